using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Engine.Fixes;
using Warder.Engine.Rules;
using Warder.Testing;

namespace Warder.Engine.Tests.Fixes;

/// <summary>Fixes a workflow in tests; a second run must find nothing to do.</summary>
internal static class Fixed
{
    public const string Path = ".github/workflows/w.yml";

    public static FixedFile? Workflow(string text, string? rule = null, bool acceptUnsafe = false, params (string Path, string Text)[] files)
    {
        return Run(text, rule is null ? FixCatalogue.All : [.. FixCatalogue.All.Where(f => f.Rule == rule)], acceptUnsafe, files);
    }

    public static FixedFile? Run(string text, IReadOnlyList<Fixer> fixers, bool acceptUnsafe = false, params (string Path, string Text)[] files) =>
        File(Path, text, fixers, acceptUnsafe, mayBeInvalid: false, files);

    /// <summary>Fixes a policy, which may be an invalid one.</summary>
    public static FixedFile? Policy(string text) => File(".warder.yml", text, FixCatalogue.All, acceptUnsafe: true, mayBeInvalid: true);

    public static FixedFile? File(string path, string text, IReadOnlyList<Fixer> fixers, bool acceptUnsafe = false, bool mayBeInvalid = false, params (string Path, string Text)[] files)
    {
        var memory = new MemoryFiles().With(path, text);
        foreach (var (name, other) in files)
        {
            memory.With(name, other);
        }

        var run = new RepositoryFixes(
            new Auditor(RuleCatalogue.All, FactBase.Embedded, new FixedDay(AuditRunner.Today)),
            fixers,
            acceptUnsafe);
        var diagnostics = new List<Diagnostic>();
        var first = run.Run(memory, new AuditOptions(), diagnostics);
        diagnostics.ShouldAllBe(d => mayBeInvalid && d.Code == "invalid-policy");
        foreach (var file in first)
        {
            memory.With(file.Path, file.After);
        }

        run.Run(memory, new AuditOptions(), diagnostics).ShouldAllBe(f => !f.IsChanged);
        return first.FirstOrDefault(f => f.Path == path);
    }
}
