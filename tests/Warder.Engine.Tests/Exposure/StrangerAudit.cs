using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Engine.Rules.Exposure;
using Warder.Testing;

namespace Warder.Engine.Tests.Exposure;

/// <summary>Audits a workflow for code of strangers within reach of tokens.</summary>
internal static class StrangerAudit
{
    private const string Workflow = ".github/workflows/ci.yml";

    public static IReadOnlyList<Finding> Found(string workflow, params (string Path, string Text)[] others)
    {
        var files = new MemoryFiles();
        files.With(Workflow, workflow + "\n");
        foreach (var (path, text) in others)
        {
            files.With(path, text + "\n");
        }

        var result = AuditRunner.Run(files, rules: [new UntrustedCodeWithToken()]);
        result.Diagnostics.ShouldBeEmpty();
        return result.Findings;
    }
}
