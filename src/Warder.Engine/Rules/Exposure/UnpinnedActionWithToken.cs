using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds actions of third parties by a reference that can move, within reach of a token.</summary>
public sealed class UnpinnedActionWithToken : Rule
{
    private const string TrustedOption = "trusted";
    private static readonly string[] Platform = ["actions", "github"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "unpinned-action-with-token",
        Title = "An action that can change reaches a token",
        Category = RuleCategory.Exposure,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-3", "CICD-SEC-8", "NHI-3"],
        Options = [new RuleOption(TrustedOption, "owners, or actions as `owner/name`, whose tags are trusted, besides the platform's own")],
        Aliases = [new RuleAlias("zizmor", "unpinned-uses"), new RuleAlias("poutine", "github_action_from_unverified_creator_used")],
    };

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        JobTokens? tokens = null;
        IReadOnlyList<string>? trusted = null;
        foreach (var step in job.Steps)
        {
            if (step.Action is null || ForeignAction.Of(step, trusted ??= Trusted(context)) is not { } what)
            {
                continue;
            }

            List<HeldToken> held = [.. MintedTokens.GivenTo(context, job, step), .. InOrder(context, (tokens ??= context.TokensOf(job)).At(step))];
            if (held.Count > 0)
            {
                context.Report(this, DraftOf(context, job, step, what, held));
            }
        }
    }

    private static FindingDraft DraftOf(PipelineContext context, Job job, Step step, string what, List<HeldToken> held) => new()
    {
        Span = step.Action!.Span,
        Job = job.Id,
        Step = step,
        Token = held[0].Name,

        // Who owns the repository decides over the action too.
        Persona = IsOfTheOwner(context, step.Action) ? Persona.Auditor : null,

        // Without a written grant nobody knows from the files whether the default token may do more than read.
        Confidence = held.All(h => h.Token.Kind == TokenKind.DefaultToken) && EffectiveGrants.Of(job.EffectivePermissions) == GrantReach.Unknown ? Confidence.Medium : null,
        Message = $"{(what.StartsWith("the ", StringComparison.Ordinal) ? $"T{what[1..]}" : what)} can change without a change here, and it reaches {held[0].Name}, {held[0].How}{(held.Count > 1 ? $", and {held.Count - 1} more" : "")}",
        Why = "Tags of much used actions have been moved to code that sent the tokens of every run away",
        Hint = step.Action.Image is { } image
            ? $"Name the digest: `docker://{Untagged(image)}@sha256:<digest>`"
            : "Name the commit, with the version in a comment: `owner/name@<commit> # v1.2.3`",
        Related =
        [
            .. held.Select(t => new RelatedPlace(Location.Of(context.Source, t.Span), $"{t.Name}, {t.How}")),
            new RelatedPlace(Location.Of(context.Source, step.Action.Span), "The action that reaches it"),
        ],
        IsPath = true,
    };

    // Where nothing tells the owner, a folder with an action at the place that the name gives does.
    private static bool IsOfTheOwner(PipelineContext context, ActionReference action) =>
        action.Name is { } name
        && (context.Repository.PlatformName is { } home
            ? name.StartsWith(home[..(home.IndexOf('/', StringComparison.Ordinal) + 1)], StringComparison.OrdinalIgnoreCase)
            : name.Split('/', 3) is [_, _, var folder] && context.Repository.LocalPipelines.FindAction(folder) is not null);

    // A tag stands behind the last slash; a port before it.
    private static string Untagged(string image) => image.IndexOf(':', image.LastIndexOf('/') + 1) is > 0 and var colon ? image[..colon] : image;

    /// <summary>The tokens; where the first is a secret of which nothing is known, one that is known for a token goes before.</summary>
    private static IEnumerable<HeldToken> InOrder(PipelineContext context, IReadOnlyList<HeldToken> held) =>
        held is [{ Token.Kind: TokenKind.Secret } first, ..] && !IsKnown(context, first) ? held.OrderBy(h => IsKnown(context, h) ? 0 : 1) : held;

    private static bool IsKnown(PipelineContext context, HeldToken held) =>
        held.Token.Kind == TokenKind.Secret && context.Repository.Facts.SecretNames.Find(held.Token.Name) is { IsSecret: true };

    private List<string> Trusted(PipelineContext context)
    {
        var trusted = new List<string>(Platform);
        switch (context.Repository.Policy.Option(Descriptor, TrustedOption))
        {
            case YamlScalar one:
                trusted.Add(one.Value);
                break;
            case YamlSequence list:
                trusted.AddRange(list.Items.Select(i => i.Resolve()).OfType<YamlScalar>().Select(s => s.Value));
                break;
        }

        return trusted;
    }
}
