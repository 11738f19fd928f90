using Warder.Engine.Auditing;
using Warder.Engine.Enforcement;
using Warder.Engine.Findings;
using Warder.Engine.Hygiene;
using Warder.Engine.Policy;
using Warder.Syntax;

namespace Warder.Engine.Rules.Hygiene;

/// <summary>Finds environment files that name tokens and that git does not ignore.</summary>
public sealed class EnvFileNotIgnored : Rule
{
    private const int Named = 4;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "env-file-not-ignored",
        Title = "An environment file with tokens that git does not ignore",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Critical,
        Start = RuleStart.Validation,
        Section = EnforcementSection.Cleanup,
        Compliance = ["CICD-SEC-6"],
    };

    /// <inheritdoc/>
    public override void VisitRepository(RepositoryContext context)
    {
        var repository = context.Repository;
        if (repository.Survey is not { } survey)
        {
            return;
        }

        foreach (var file in survey.EnvFiles.Items)
        {
            if (Read(repository, file.Path) is { } read)
            {
                context.Report(this, read.Source, Draft(file, read.Tokens, isTemplate: repository.Policy.Potato.Find(file.Path) is null));
            }
        }

        SurveyRest.Report(context, this, survey.EnvFiles.LeftOut);
    }

    /// <summary>Whether this rule has a finding for a file.</summary>
    internal static bool Tells(Repository repository, string path) => EnvFile.IsOne(path) && Read(repository, path) is not null;

    /// <summary>The file and the tokens in it; null where it names none, or is a template without values.</summary>
    private static (SourceText Source, IReadOnlyList<EnvToken> Tokens)? Read(Repository repository, string path)
    {
        var decoded = repository.Files.Read(path);
        if ((decoded.Source ?? decoded.AsLatin1) is not { } source)
        {
            return null;
        }

        var tokens = EnvFile.Read(source, repository.Facts.SecretNames, name => repository.Registry?.Find(name) is not null);
        var isTemplate = repository.Policy.Potato.Find(path) is null;
        return tokens.Any(t => t.HasValue) || (tokens.Count > 0 && !isTemplate) ? (source, tokens) : null;
    }

    private static FindingDraft Draft(GitFile file, IReadOnlyList<EnvToken> tokens, bool isTemplate)
    {
        var valued = tokens.Where(t => t.HasValue).ToList();
        var named = valued.Count > 0 ? valued : [.. tokens];
        var names = string.Join(", ", named.Take(Named).Select(t => t.Name)) + (named.Count > Named ? $" and {named.Count - Named} more" : "");
        var isDoubtful = valued.Count == 0 || isTemplate || TestPaths.IsOne(file.Path);
        return new FindingDraft
        {
            Span = named[0].Span,
            Message = file.IsTracked ? $"Git tracks this environment file, which names {names}" : $"Git does not ignore this environment file, which names {names}",
            Why = valued.Count > 0 ? "The values in it are in every clone from the next commit on" : "What stands there looks like placeholders; the first real value is in every clone from its commit on",
            Hint = file.IsTracked ? "Replace the values, then git rm --cached; keep a template without values as .env.example" : "warder potato fix makes git ignore it",
            Severity = isDoubtful ? Severity.Warning : null,
            Confidence = isDoubtful ? Confidence.Low : Confidence.Medium,
            Token = named[0].Name,
            Identity = "env",
        };
    }
}
