using Warder.Engine.Auditing;
using Warder.Engine.Rules;
using Warder.Reports;
using Warder.Testing;

namespace Warder.Peers.Tests;

/// <summary>Holds the SARIF of real audits against the validator.</summary>
public sealed class SarifTests
{
    [Theory]
    [InlineData("onboarding")]
    public void The_validator_finds_nothing_to_say_of_a_sample(string sample)
    {
        var files = new DiskFiles(RepositoryRoot.Combine("samples", sample));
        var result = AuditRunner.Run(files);
        result.Findings.ShouldNotBeEmpty();
        Validate(result);
    }

    [Fact]
    public void The_validator_finds_nothing_to_say_of_an_audit_without_findings()
    {
        var workflow = "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: make\n";
        Validate(AuditRunner.Run(new MemoryFiles().With(".github/workflows/a.yml", workflow)));
    }

    private static void Validate(AuditResult result)
    {
        var folder = Directory.CreateTempSubdirectory("warder-sarif-").FullName;
        try
        {
            var file = Path.Combine(folder, "audit.sarif");
            using (var writer = new StreamWriter(file))
            {
                var options = new ReportOptions { Version = "0.1.0", Rules = [.. RuleCatalogue.All.Select(r => r.Descriptor)] };
                AuditReports.For(ReportFormat.Sarif).Write([result], options, writer);
            }

            var answer = Peer.Ask("sarif-validate.mjs", "", file).ShouldHaveSingleItem();
            answer.ShouldContain("\"errors\":0,\"warnings\":0", Case.Sensitive, answer);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
