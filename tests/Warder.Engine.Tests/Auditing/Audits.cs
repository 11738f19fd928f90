using Warder.Engine.Auditing;
using Warder.Engine.Rules;
using Warder.Testing;

namespace Warder.Engine.Tests.Auditing;

/// <summary>Small audits.</summary>
internal static class Audits
{
    public const string Path = ".github/workflows/ci.yml";

    /// <summary>A workflow whose one step has these lines under <c>env</c>.</summary>
    public static string Workflow(params string[] environment) =>
        "on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - name: Go\n        run: ./go\n        env:\n"
        + string.Concat(environment.Select(e => $"          {e}\n"));

    /// <summary>A use of a secret in such a line.</summary>
    public static string Use(string secret, string variable = "A") => $"{variable}: ${{{{ secrets.{secret} }}}}";

    /// <summary>A repository in memory with that workflow.</summary>
    public static MemoryFiles Of(params string[] environment) => new MemoryFiles().With(Path, Workflow(environment));

    /// <summary>Audits with the rule <c>echo</c>, or with those given.</summary>
    public static AuditResult Run(RepositoryFiles files, params Rule[] rules) =>
        AuditRunner.Run(files, rules: rules.Length == 0 ? [new EchoRule()] : rules);
}
