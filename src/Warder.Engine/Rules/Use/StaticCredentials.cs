using Warder.Engine.Facts;
using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Tells whether a use is a provider's stored credential, by what takes it, what it is bound to, and its name.</summary>
internal static class StaticCredentials
{
    private const string PublicKey = "public-key";

    /// <summary>Whether a secret is used as a stored credential of this provider.</summary>
    public static bool Is(TokenUse use, CredentialProvider provider, SecretNames names)
    {
        if (use is not { Token.Kind: TokenKind.Secret, Explicit: true, OnlyTested: false })
        {
            return false;
        }

        var fits = use.Scope == UseScope.ActionInput
            ? TakesInput(use, provider)
            : provider.Knows(use.Token.Name) || (use.Binding is { } binding && provider.Variables.Contains(binding, StringComparer.Ordinal));

        // A variable for a public key says so of what it is given, whatever the secret is called here.
        return fits && !names.IsIdentifier(use.Token.Name) && (use.Binding is not { } bound || names.Find(bound)?.Kind != PublicKey);
    }

    /// <summary>Whether only a part of the secret's name tells that it is one.</summary>
    public static bool IsByNameOnly(TokenUse use, CredentialProvider provider) =>
        !(use.Scope == UseScope.ActionInput && provider.Inputs.Any(i => string.Equals(i.Input, use.Binding, StringComparison.OrdinalIgnoreCase)))
        && !(use.Binding is { } binding && provider.Variables.Contains(binding, StringComparer.Ordinal))
        && !provider.SecretNames.Any(n => n.IsLiteral && n.Matches(use.Token.Name));

    /// <summary>Whether the step of a use signs in elsewhere with it, or only trades it for something else.</summary>
    public static bool IsExcepted(Pipeline pipeline, TokenUse use, CredentialProvider provider)
    {
        if (EffectiveGrants.JobOf(pipeline, use) is not { } job)
        {
            return false;
        }

        var step = job.Steps.FirstOrDefault(s => s.Index == use.StepIndex);
        var steps = step is null ? job.Steps : [step];
        if (provider.Name == "aws")
        {
            // A key beside a role is traded for the role; an endpoint is another vendor's store.
            return job.Steps.Any(s => PointsElsewhere(pipeline, job, s)) || steps.Any(s => OidcSignIn.Has(pipeline, job, s, "role-to-assume"));
        }

        if (provider.IsForSigning && OidcSignIn.In(pipeline, job, provider) is not null)
        {
            // Signed in both ways on purpose: some verify with the project's own key.
            return true;
        }

        return (provider.IsPackageRegistry || provider.IsForSigning) && !job.Steps.Any(s => PublishSteps.Publishes(pipeline, job, s, provider));
    }

    private static bool TakesInput(TokenUse use, CredentialProvider provider)
    {
        var consumer = use.Consumer ?? "";
        var at = consumer.IndexOf('@', StringComparison.Ordinal);
        var action = at < 0 ? consumer : consumer[..at];
        var isKnown = false;
        foreach (var input in provider.Inputs)
        {
            if (!string.Equals(input.Action, action, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (string.Equals(input.Input, use.Binding, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            isKnown = true;
        }

        return !isKnown && provider.Knows(use.Token.Name);
    }

    private static bool PointsElsewhere(Pipeline pipeline, Job job, Step step) =>
        step.Variables.Concat(job.Variables).Concat(pipeline.Environment).Any(v => v.Name.Contains("ENDPOINT", StringComparison.OrdinalIgnoreCase))
        || step.Script?.Body.Value.Contains("--endpoint-url", StringComparison.Ordinal) == true;
}
