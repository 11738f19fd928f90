using Warder.Engine.Auditing;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Testing;

namespace Warder.Engine.Tests.Permissions;

/// <summary>Proves the needs of a workflow in tests and tells them in a few words.</summary>
internal static class Proven
{
    public const string Path = ".github/workflows/w.yml";

    /// <summary>The jobs of a workflow, with other files beside it.</summary>
    public static IReadOnlyList<JobPermissions> Jobs(string workflow, params (string Path, string Text)[] files)
    {
        var memory = new MemoryFiles().With(Path, workflow);
        foreach (var (path, text) in files)
        {
            memory.With(path, text);
        }

        var result = AuditRunner.Run(memory, new AuditOptions { KeepPermissions = true });
        result.Diagnostics.ShouldBeEmpty();
        return [.. result.Jobs.Where(j => j.Needs.Path == Path)];
    }

    /// <summary>The only job of a workflow made of steps.</summary>
    public static JobPermissions Steps(string steps, string head = "on: push", string? job = null, params (string Path, string Text)[] files) =>
        Jobs($"{head}\njobs:\n  j:\n    runs-on: ubuntu-latest\n{Indent(job, 4)}    steps:\n{Indent(steps, 6)}", files)[0];

    /// <summary>What is needed: <c>contents:read issues:write?</c>, a question mark where it is only possible, <c>+?</c> at the end where there may be more.</summary>
    public static string Told(this JobPermissions job)
    {
        var words = job.Rows.Where(r => r.AtMost > GrantLevel.None).Select(r => r.Certain == r.AtMost
            ? $"{r.Permission}:{Word(r.AtMost)}"
            : r.Certain == GrantLevel.None ? $"{r.Permission}:{Word(r.AtMost)}?" : $"{r.Permission}:{Word(r.Certain)} {r.Permission}:{Word(r.AtMost)}?");
        return string.Join(' ', job.Needs.IsResolved ? words : words.Append("+?"));
    }

    /// <summary>What another token needs in the same words.</summary>
    public static string Told(this JobPermissions job, string token) => string.Join(
        ' ',
        job.Needs.Others.Where(o => o.Token.Name == token).SelectMany(o => o.All).Select(n => $"{n.Permission}:{Word(n.Level)}{(n.Certainty == Certainty.Certain ? "" : "?")}"));

    private static string Word(GrantLevel level) => level == GrantLevel.Write ? "write" : "read";

    private static string Indent(string? text, int by) =>
        text is null ? "" : string.Concat(text.Split('\n').Select(line => new string(' ', by) + line + "\n"));
}
