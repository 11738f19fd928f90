using Warder.Engine.Facts;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Use;

/// <summary>Tells whether a step publishes at a provider's own public registry: no rehearsal, no other host.</summary>
internal static class PublishSteps
{
    private static readonly string[] DryRuns = ["--dry-run", "--dryrun"];
    private static readonly string[] Hosts = ["--registry", "--repository", "--repository-url", "--publish-url", "--index", "--index-url", "--source", "-s", "--host", "-r"];
    private static readonly string[] HostInputs = ["registry", "registry-url", "repository-url", "repository_url", "gem-server"];
    private static readonly string[] HostVariables =
        ["NPM_CONFIG_REGISTRY", "npm_config_registry", "TWINE_REPOSITORY", "TWINE_REPOSITORY_URL", "UV_PUBLISH_URL", "RUBYGEMS_HOST", "CARGO_REGISTRY_DEFAULT"];

    /// <summary>Whether the step publishes there.</summary>
    public static bool Publishes(Pipeline pipeline, Job job, Step step, CredentialProvider provider)
    {
        var publishes = step.Action?.Name is { } action
            ? provider.PublishActions.Contains(action, StringComparer.Ordinal) && !IsRehearsal(step) && step.Inputs.All(i => !IsOtherHost(i, provider))
            : provider.PublishCommands.Any(words => StepCommands.Find(step, words).Any(c => IsPublic(c, provider)));
        return publishes && !HasOtherHost(pipeline, job, step, provider);
    }

    private static bool IsRehearsal(Step step) => step.Inputs.Any(
        i => i.Name.Replace('_', '-').Equals("dry-run", StringComparison.OrdinalIgnoreCase)
            && i.Value?.Value.Equals("false", StringComparison.OrdinalIgnoreCase) == false);

    private static bool IsPublic(ShellCommand command, CredentialProvider provider)
    {
        foreach (var option in DryRuns)
        {
            if (StepCommands.HasOption(command, option))
            {
                return false;
            }
        }

        foreach (var option in Hosts)
        {
            if (StepCommands.OptionValue(command, option) is { } host && !IsHome(host, provider))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasOtherHost(Pipeline pipeline, Job job, Step step, CredentialProvider provider) =>
        HostVariables.Any(v => OidcSignIn.Has(pipeline, job, step, v))
        || job.Steps.Any(s => s.Action?.Name is { } name
            && name.StartsWith("actions/setup-", StringComparison.Ordinal)
            && s.Inputs.Any(i => IsOtherHost(i, provider)));

    private static bool IsOtherHost(InputEntry input, CredentialProvider provider) =>
        HostInputs.Contains(input.Name, StringComparer.OrdinalIgnoreCase) && input.Value is { Value.Length: > 0 } value && !IsHome(value.Value, provider);

    /// <summary>Whether an address or name is the provider's own: its domain begins with the provider's name.</summary>
    private static bool IsHome(string host, CredentialProvider provider)
    {
        if (provider.Name == "pypi" && host is "pypi" or "testpypi")
        {
            return true;
        }

        var start = host.IndexOf("://", StringComparison.Ordinal);
        var rest = host.AsSpan(start < 0 ? 0 : start + 3);
        var end = rest.IndexOfAny('/', ':', '?');
        rest = end < 0 ? rest : rest[..end];
        var top = rest.LastIndexOf('.');
        if (top < 0)
        {
            return false;
        }

        var domain = rest[(rest[..top].LastIndexOf('.') + 1)..top];
        return domain.StartsWith(provider.Name, StringComparison.OrdinalIgnoreCase);
    }
}
