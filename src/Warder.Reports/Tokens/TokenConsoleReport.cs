using System.Globalization;
using Warder.Engine.Auditing;
using Warder.Engine.Registry;
using Warder.Pipelines;
using Warder.Reports.Console;
using Warder.Reports.Registry;

namespace Warder.Reports.Tokens;

/// <summary>Tokens for people at a terminal.</summary>
public sealed class TokenConsoleReport : ITokenReport
{
    /// <inheritdoc/>
    public void WriteList(IReadOnlyList<AuditResult> results, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        var tokens = TokenInventory.Of(results);
        if (tokens.Count > 0)
        {
            var table = results.Count > 1
                ? new TextTable("TOKEN", "STATUS", "KIND", "USES", "FILES", "REPOSITORY")
                : new TextTable("TOKEN", "STATUS", "KIND", "USES", "FILES");
            foreach (var token in tokens)
            {
                string[] cells =
                [
                    token.Token.Name, token.Status ?? "-", Words.Of(token.Token.Kind),
                    Number(token.Uses.Count), Number(FilesOf(token.Uses)), .. RepositoryOf(token),
                ];
                table.Add(InkOf(token.Status), cells);
            }

            table.Print(screen);
            screen.EndLine();
        }

        var tally = AuditTally.Of(results);
        screen.Paragraph(0, "", Ink.Plain, $"{Words.Count(tokens.Count, "token")} in {Verdict.LookedAt(tally)}");
        new SummaryPrinter(screen, options).PrintDiagnostics(results);
    }

    /// <inheritdoc/>
    public bool WriteOne(IReadOnlyList<AuditResult> results, string token, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        var found = TokenInventory.Of(results).FindAll(t => string.Equals(t.Token.Name, token, StringComparison.OrdinalIgnoreCase));
        foreach (var item in found)
        {
            PrintOne(screen, item);
        }

        return found.Count > 0;
    }

    private static void PrintOne(Screen screen, TokenSummary token)
    {
        screen.Show(token.Token.Name, Ink.Strong).Space(1).Sign(token.Status ?? Words.Of(token.Token.Kind), InkOf(token.Status));
        if (token.Repository is not null)
        {
            screen.Sign(" in ").Show(token.Repository);
        }

        screen.EndLine();
        if (token.Entry is { } entry)
        {
            RegistryConsole.PrintEntry(screen, entry);
        }

        screen.EndLine();
        if (token.Uses.Count == 0)
        {
            screen.Sign("No use was found.").EndLine();
            screen.EndLine();
            return;
        }

        screen.Sign($"{Words.Count(token.Uses.Count, "use")} in {Words.Count(FilesOf(token.Uses), "file")}", Ink.Strong).EndLine();
        foreach (var use in token.Uses)
        {
            PrintUse(screen, use);
        }

        screen.EndLine();
    }

    private static void PrintUse(Screen screen, TokenUse use)
    {
        screen.Space(2).Show($"{use.Path}:{use.Start}").Sign($"  {Words.Of(use.Scope)}", Ink.Faint).EndLine();
        if (use.Job is not null)
        {
            Detail(screen, use.Step is null ? $"job {use.Job}" : $"job {use.Job}, {Words.Step(use.Step)}");
        }

        if (use.Binding is not null || use.Consumer is not null)
        {
            var bound = use.Binding is null ? "" : $"as {use.Binding}";
            var taken = use.Consumer is null ? "" : $"for {use.Consumer}";
            Detail(screen, $"{bound} {taken}".Trim());
        }

        if (use.Chain is { } chain)
        {
            var links = string.Join(" || ", chain.Links.Select(link => link.Token?.Name ?? link.Text));
            Detail(screen, $"number {Number(use.ChainPosition + 1)} of the chain {links}");
        }

        foreach (var reach in use.Reaches)
        {
            var taken = reach.Consumer is null ? "" : $", taken by {reach.Consumer}";
            Detail(screen, $"reaches {reach.Position} job {reach.Job}, {Words.Step(reach.Step)} through {reach.Via}{taken}");
        }
    }

    private static void Detail(Screen screen, string text) => screen.Paragraph(6, "", Ink.Plain, text);

    private static string[] RepositoryOf(TokenSummary token) => token.Repository is null ? [] : [token.Repository];

    private static int FilesOf(IReadOnlyList<TokenUse> uses)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in uses)
        {
            files.Add(use.Path);
        }

        return files.Count;
    }

    private static Ink InkOf(string? status) => status switch
    {
        "registered" => Ink.Good,
        "deprecated" => Ink.Warning,
        "prohibited" => Ink.Critical,
        "unregistered" => Ink.Error,
        _ => Ink.Plain,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
