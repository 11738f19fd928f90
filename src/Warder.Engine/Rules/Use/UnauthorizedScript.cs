using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds registered tokens in scripts that their entry does not authorize.</summary>
public sealed class UnauthorizedScript : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "unauthorized-script",
        Title = "A token is read by a script that may not use it",
        Category = RuleCategory.Use,
        Severity = Severity.Error,
        SourceType = "UNAUTHORIZED_WORKFLOW",
        Options = [Authorization.Option],
        Compliance = ["CICD-SEC-2", "CICD-SEC-5", "NHI-5", "NHI-9"],
    };

    /// <inheritdoc/>
    public override void VisitScript(ScriptContext context)
    {
        if (context.Repository.Registry is not { } registry)
        {
            return;
        }

        var forbidsUndeclared = Authorization.ForbidsUndeclared(context.Repository, Descriptor);
        foreach (var (use, others) in TokenGroups.Of(context.Uses))
        {
            if (registry.Find(use.Token) is not { Status: not TokenStatus.Prohibited } entry
                || Authorization.Allows(entry.AuthorizedScripts, use.Path, forbidsUndeclared))
            {
                continue;
            }

            context.Report(this, new FindingDraft
            {
                Span = use.Span,
                Use = use,
                Related = others,
                Message = $"{use.Token.Name} may not be used in this file: {Authorization.Describe(entry.AuthorizedScripts)}",
                Why = "A token that turns up where nobody expected it is how a misused one looks",
                Hint = $"Use the token made for this script, or add {use.Path} to authorized_scripts of {entry.Name}",
            });
        }
    }
}
