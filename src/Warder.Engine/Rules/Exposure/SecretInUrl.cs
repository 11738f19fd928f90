using System.Buffers;
using Warder.Engine.Auditing;
using Warder.Engine.Auditing.Caching;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds tokens within addresses on a command line.</summary>
public sealed class SecretInUrl : ShellRule
{
    private static readonly string[] Passing = ["push", "fetch", "pull", "ls-remote"];
    private static readonly string[] Parameters = ["token=", "access_token=", "api_key=", "apikey=", "key=", "password=", "secret=", "auth="];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "secret-in-url",
        Title = "A token is part of an address",
        Category = RuleCategory.Exposure,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-6", "NHI-2", "NHI-4"],
    };

    /// <inheritdoc/>
    public override void VisitStep(PipelineContext context, Job job, Step step)
    {
        if (HasAddress(step))
        {
            foreach (var (expansion, command, part) in Parts(step))
            {
                if (TokenIn(context, job, step, expansion) is { } token)
                {
                    context.Report(this, Draft(job, step, expansion, command, part, token.Name, token.IsShortLived));
                }
            }
        }
    }

    /// <inheritdoc/>
    public override object? Gather(PipelineContext context)
    {
        var filled = ActionAddress.FilledBy(context);
        var addresses = new List<ActionAddress>();
        if (context.Pipeline.Kind != PipelineKind.Workflow)
        {
            var folder = ActionAddress.FolderOf(context.Pipeline.Path);
            foreach (var job in context.Pipeline.Jobs)
            {
                foreach (var step in job.Steps.Where(HasAddress))
                {
                    foreach (var (expansion, command, part) in Parts(step))
                    {
                        if (TokenIn(context, job, step, expansion) is null)
                        {
                            addresses.AddRange(MadeToken.SourcesOf(context, job, step, expansion).Where(p => p is ["inputs", _])
                                .Select(p => new ActionAddress(folder, context.Source, p[1], Passes(command), Draft(job, step, expansion, command, part, "", isShortLived: false))));
                        }
                    }
                }
            }
        }

        return filled.Count + addresses.Count == 0 ? null : new Kept(filled, addresses);
    }

    /// <inheritdoc/>
    internal override bool TryWriteGathered(CacheWriter to, object kept)
    {
        if (kept is not Kept { Filled: var filled, Addresses.Count: 0 })
        {
            return false;
        }

        to.Write(filled, ActionAddress.Filled.Write);
        return true;
    }

    /// <inheritdoc/>
    internal override object ReadGathered(CacheReader from, Repository repository) => new Kept(from.ReadList(ActionAddress.Filled.Read), []);

    /// <inheritdoc/>
    public override void VisitRepository(RepositoryContext context)
    {
        var kept = context.Gathered<Kept>(this).ToList();
        var filled = kept.SelectMany(k => k.Filled).ToList();
        var seen = new HashSet<(string, TextSpan)>();
        foreach (var address in kept.SelectMany(k => k.Addresses))
        {
            if (filled.Find(f => f.Folder == address.Folder && f.Input.Equals(address.Input, StringComparison.OrdinalIgnoreCase)) is { } by && seen.Add((address.Source.Path, address.Finding.Span)))
            {
                context.Report(this, address.Source, WithToken(address, by));
            }
        }
    }

    private protected override SearchValues<string> Words => SearchValues.Create(["://"], StringComparison.Ordinal);

    private protected override void VisitScript(PipelineContext context, Job job, Step step, ShellScript script)
    {
    }

    private static bool HasAddress(Step step) =>
        step.Script is { Language: ScriptLanguage.Shell } script && script.Body.Value.Contains("://", StringComparison.Ordinal) && script.Body.Value.Contains('$', StringComparison.Ordinal) && script.Body.Value.AsSpan().ContainsAny('@', '?');

    /// <summary>The first expansion of each word that is the user, the password or a parameter of an address.</summary>
    private static IEnumerable<(ShellExpansion Expansion, ShellCommand Command, string Part)> Parts(Step step)
    {
        foreach (var command in step.Script!.Shell.Commands)
        {
            foreach (var word in command.Words.Concat(command.Assignments.Select(a => a.Value).OfType<ShellWord>()))
            {
                var text = word.Text;
                var scheme = text.IndexOf("://", StringComparison.Ordinal);
                foreach (var expansion in scheme < 0 ? [] : word.Expansions)
                {
                    var at = expansion.Span.Start - word.Span.Start;
                    if (at > scheme && PartOf(text, scheme, at, expansion.Span.End - word.Span.Start) is { } part)
                    {
                        yield return (expansion, command, part);
                    }
                }
            }
        }
    }

    private static (string Name, bool IsShortLived)? TokenIn(PipelineContext context, Job job, Step step, ShellExpansion expansion)
    {
        if (TokenWords.Of(context, job, step, expansion) is { } token)
        {
            return (token.Name, token.Token.Kind == TokenKind.DefaultToken);
        }

        var made = MadeToken.SourcesOf(context, job, step, expansion).FirstOrDefault(p => MadeToken.IsMade(context.Repository.Facts.Actions, job, p));
        return made is null ? null : (string.Join('.', made), true);
    }

    private static FindingDraft Draft(Job job, Step step, ShellExpansion expansion, ShellCommand command, string part, string token, bool isShortLived) => new()
    {
        Span = step.Script!.Body.ToSourceSpan(expansion.Span),
        Job = job.Id,
        Step = step,
        Token = token,
        Severity = isShortLived && Passes(command) ? Severity.Warning : null,
        Message = $"{token} is {part} of an address",
        Why = "Addresses end up in logs, error messages, histories and the configuration of what is cloned, and are sent on by redirects",
        Hint = command.Name == "git" ? "Give git a header or a credential helper, or let a checkout keep the credential where nothing else runs" : "Send it in a header that is read from a file or from standard input",
        Identity = part,
    };

    private static FindingDraft WithToken(ActionAddress address, ActionAddress.Filled by) => new()
    {
        Span = address.Finding.Span,
        Step = address.Finding.Step,
        Token = by.Token,
        Severity = by.IsShortLived && address.IsPassing ? Severity.Warning : null,
        Message = by.Token + address.Finding.Message,
        Why = address.Finding.Why,
        Hint = address.Finding.Hint,
        Identity = address.Finding.Identity,
        Related = [new RelatedPlace(by.Place, $"{by.Token} is handed to the action here, as {by.Input}")],
    };

    // It goes to the server and is kept nowhere; a token that ends with the job is worth little after that.
    private static bool Passes(ShellCommand command) =>
        Array.Exists(Passing, verb => StepCommands.StartsWith(command, ["git", verb]));

    private static string? PartOf(string text, int scheme, int at, int end)
    {
        var rest = text.AsSpan(scheme + 3);
        var slash = rest.IndexOfAny('/', '?');
        var host = slash < 0 ? text.Length : scheme + 3 + slash;
        if (end <= host && text.AsSpan(end, host - end).Contains('@'))
        {
            return "the user or password";
        }

        foreach (var parameter in Parameters)
        {
            if (text.AsSpan(0, at).EndsWith(parameter, StringComparison.OrdinalIgnoreCase) && text.AsSpan(scheme, at - scheme).IndexOfAny('?', '&') >= 0)
            {
                return "a parameter";
            }
        }

        return null;
    }

    /// <summary>What one file fills with tokens, and where one takes an input into an address.</summary>
    private sealed record Kept(IReadOnlyList<ActionAddress.Filled> Filled, IReadOnlyList<ActionAddress> Addresses);
}
