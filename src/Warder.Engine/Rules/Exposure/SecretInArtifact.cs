using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds uploads of files in which tools keep credentials.</summary>
public sealed class SecretInArtifact : Rule
{
    private static readonly string[] Keepers = [".npmrc", ".docker", ".docker/config.json", ".netrc", ".pypirc", ".aws", ".aws/credentials", ".kube", ".kube/config", ".ssh", ".gnupg", ".git-credentials", ".config/gh", ".env", ".m2/settings.xml", ".cargo/credentials.toml", ".azure", ".config/gcloud"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "secret-in-artifact",
        Title = "An artifact takes credentials along",
        Category = RuleCategory.Exposure,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-6", "NHI-2"],
        Aliases = [new RuleAlias("zizmor", "artipacked")],
    };

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        JobTokens? tokens = null;
        foreach (var step in job.Steps)
        {
            if (ArtifactUpload.Of(context, step) is not { } upload)
            {
                continue;
            }

            var keeper = upload.Paths.FirstOrDefault(IsKeeper);
            if (keeper is not null && (tokens ??= context.TokensOf(job)).At(step) is [var held, ..])
            {
                context.Report(this, new FindingDraft
                {
                    Span = step.Inputs.First(i => i.Name.Equals("path", StringComparison.OrdinalIgnoreCase)).Value!.Span,
                    Job = job.Id,
                    Step = step,
                    Token = held.Name,
                    Message = $"The artifact takes `{keeper}` along, where tools keep credentials; the job holds {held.Name}",
                    Why = "Everyone who may read the repository can download artifacts, of a public one everybody with an account",
                    Hint = "Upload only what was built",
                    Related =
                    [
                        new RelatedPlace(Location.Of(context.Source, held.Span), $"{held.Name}, {held.How}"),
                        new RelatedPlace(Location.Of(context.Source, step.Action!.Span), "Uploaded here"),
                    ],
                    IsPath = true,
                    Identity = keeper,
                });
            }
        }
    }

    private static bool IsKeeper(string path)
    {
        var clean = path.TrimEnd('/', '*');
        clean = clean.StartsWith("~/", StringComparison.Ordinal) ? clean[2..] : clean.StartsWith("./", StringComparison.Ordinal) ? clean[2..] : clean;
        return Array.Exists(Keepers, k => clean.TrimEnd('/').Equals(k, StringComparison.Ordinal) || clean.TrimEnd('/').EndsWith("/" + k, StringComparison.Ordinal));
    }
}
