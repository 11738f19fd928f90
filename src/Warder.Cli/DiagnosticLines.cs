using Warder.Engine.Auditing;
using Warder.Engine.Findings;

namespace Warder.Cli;

/// <summary>Tells on standard error what could not be looked at, for commands whose report does not.</summary>
internal static class DiagnosticLines
{
    /// <summary>Writes the lines and gives the exit status.</summary>
    public static int Write(IReadOnlyList<AuditResult> results) => Write(results.SelectMany(r => r.Diagnostics));

    /// <summary>Writes the lines and gives the exit status.</summary>
    public static int Write(IEnumerable<Diagnostic> diagnostics)
    {
        var status = ExitStatus.Clean;
        foreach (var diagnostic in diagnostics)
        {
            status = ExitStatus.CouldNotWork;
            var place = diagnostic.Position is { } position ? $":{position.Line}:{position.Column}" : "";
            Console.Error.WriteLine(OneLine($"warder: {diagnostic.Path ?? "."}{place}: {diagnostic.Message}"));
        }

        return status;
    }

    // A name in a repository may hold a line break, or what steers a terminal.
    private static string OneLine(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => c is '\n' or '\t' or '\r' ? ' ' : char.IsControl(c) ? '\uFFFD' : c)) : text;
}
