using Warder.Engine.Auditing;
using Warder.Reports.Permissions;
using Warder.Testing;

namespace Warder.Reports.Tests;

public sealed class PermissionReportTests
{
    private static readonly MemoryFiles Files = new MemoryFiles()
        .With(".github/workflows/ci.yml", "on: push\npermissions: read-all\njobs:\n  a:\n    runs-on: u\n    permissions: { contents: write, issues: write }\n    steps:\n      - uses: actions/checkout@v4\n      - uses: acme/unheard-of@v1\n      - run: git push\n      - uses: ./act\n  b:\n    runs-on: u\n    steps: [ { run: echo } ]\n")
        .With("act/action.yml", "runs:\n  using: composite\n  steps:\n    - run: gh issue close 1\n      shell: bash\n      env: { GH_TOKEN: \"${{ github.token || secrets.BOT }}\" }\n");

    private static AuditResult Result => AuditRunner.Run(Files, new AuditOptions { KeepPermissions = true });

    [Fact]
    public void Json_keeps_to_its_schema() =>
        SchemaCheck.Problems(File.ReadAllText(RepositoryRoot.Combine("docs", "schema", "permissions.schema.json")), Write(new PermissionJsonReport())).ShouldBeEmpty();

    [Fact]
    public void The_table_on_the_console() => Snapshot.Match(Write(new PermissionConsoleReport()));

    private static string Write(IPermissionReport report)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var result = Result;
        report.Write([result], result.Jobs, why: true, Samples.Options, output);
        return output.ToString();
    }
}
