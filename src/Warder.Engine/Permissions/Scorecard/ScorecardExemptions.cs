using Warder.Pipelines;

namespace Warder.Engine.Permissions.Scorecard;

/// <summary>
/// The permissions that the check lets jobs write: packages where something is published, contents where something is released,
/// security-events where results of code scanning are uploaded.
/// </summary>
internal static class ScorecardExemptions
{
    private static readonly string[] Scanning = ["github/codeql-action/analyze", "github/codeql-action/upload-sarif"];
    private static readonly string[] Releasing = ["goreleaser/goreleaser-action", "peaceiris/actions-gh-pages", "cycjimmy/semantic-release-action", "python-semantic-release/python-semantic-release", "jamesives/github-pages-deploy-action"];
    private static readonly string[] Publishing = ["docker/build-push-action", "pypa/gh-action-pypi-publish", "ko-build/setup-ko", "relekang/python-semantic-release"];
    private static readonly string[] ReleaseCommands = ["semantic-release", "mvn release:", "mkdocs gh-deploy"];
    private static readonly string[] PublishCommands = ["npm publish", "mvn deploy", "gradle publish", "gem push", "nuget push", "docker push", "cargo publish", "twine upload", "sbt publish"];

    public static IReadOnlyCollection<string> Of(Pipeline pipeline)
    {
        var exempt = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in pipeline.Jobs.SelectMany(j => j.Steps))
        {
            if (step.Action?.Name is { } name)
            {
                Add(exempt, "security-events", Scanning.Contains(name, StringComparer.OrdinalIgnoreCase));
                Add(exempt, "contents", Releasing.Contains(name, StringComparer.OrdinalIgnoreCase));
                Add(exempt, "packages", Publishing.Contains(name, StringComparer.OrdinalIgnoreCase));
            }
            else if (step.Script?.Body.Value is { } script)
            {
                Add(exempt, "contents", ReleaseCommands.Any(c => script.Contains(c, StringComparison.Ordinal)));
                Add(exempt, "packages", PublishCommands.Any(c => script.Contains(c, StringComparison.Ordinal)));
            }
        }

        return exempt;
    }

    private static void Add(HashSet<string> exempt, string permission, bool applies)
    {
        if (applies)
        {
            exempt.Add(permission);
        }
    }
}
