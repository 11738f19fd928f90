using System.Text.RegularExpressions;
using Warder.Syntax;
using Warder.Syntax.Markdown;

namespace Warder.Cli.Tests;

/// <summary>
/// A block <c>console</c> of a page: lines <c>$ command</c> (continued by <c>&gt; </c>), each with lines of its output in their order.
/// <c>…</c> stands for anything, as a line of its own or in one. A command may say how it ends: <c># ends with 1</c>.
/// </summary>
internal sealed partial class ConsoleExample
{
    private readonly List<(string Command, List<string> Output)> _commands = [];

    private ConsoleExample(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("$ ", StringComparison.Ordinal))
            {
                _commands.Add((line[2..], []));
            }
            else if (line.StartsWith("> ", StringComparison.Ordinal) && _commands is [.., (_, { Count: 0 })])
            {
                _commands[^1] = (_commands[^1].Command + "\n" + line[2..], []);
            }
            else if (line.Trim() is { Length: > 0 } expected and not "…")
            {
                _commands.ShouldNotBeEmpty($"output before the first command: {line}");
                _commands[^1].Output.Add(expected);
            }
        }
    }

    /// <summary>The blocks of a page, in order.</summary>
    public static IReadOnlyList<ConsoleExample> Of(string path)
    {
        var document = MarkdownParser.Parse(new SourceText(path, File.ReadAllText(path).ReplaceLineEndings("\n")));
        return
        [
            .. document.Blocks
                .Where(b => b.Kind == MarkdownBlockKind.FencedCode && b.Info == "console")
                .Select(b => new ConsoleExample(document.Source.GetText(b.ContentSpan))),
        ];
    }

    /// <summary>Runs the commands in one shell, in a fresh repository with the files of a sample, and holds what they say and how they end.</summary>
    public void HoldIn(string sample)
    {
        using var folder = new TempFolder("onboarding");
        var script = string.Concat(_commands.Select(c => $"{c.Command}\nprintf '\\n\\036%d\\n' \"$?\"\n"));
        var ran = WarderProcess.Shell(folder.Root, $$"""
            set -e
            unset GITHUB_ACTIONS GITHUB_STEP_SUMMARY GITHUB_TOKEN GH_TOKEN
            cp -a '{{sample}}/.' . && rm -rf logs
            git init -q -b main
            git config user.name Example && git config user.email example@example.org && git config commit.gpgsign false
            # On a day of its own, so that examples may name days.
            git add -A && GIT_AUTHOR_DATE=2026-11-20T12:00:00Z GIT_COMMITTER_DATE=2026-11-20T12:00:00Z git commit -qm 'The sample'
            set +e
            exec 2>&1
            {{script}}exit 0
            """).Ends(0);
        ran.Out.ShouldNotContain("Unhandled exception", Case.Sensitive, ran.Out);

        var parts = ran.Out.Split("\n\u001e");
        parts.Length.ShouldBe(_commands.Count + 1, ran.Out);
        for (var i = 0; i < _commands.Count; i++)
        {
            var (command, expected) = _commands[i];
            var (said, status) = (i == 0 ? parts[0] : parts[i][(parts[i].IndexOf('\n', StringComparison.Ordinal) + 1)..], int.Parse(parts[i + 1].Split('\n')[0]));
            if (Ends().Match(command) is { Success: true } ends)
            {
                status.ShouldBe(int.Parse(ends.Groups[1].Value), $"$ {command}\n{said}");
            }
            else
            {
                status.ShouldBeLessThan(2, $"$ {command}\n{said}");
            }

            HoldLines(command, expected, said);
        }
    }

    private static void HoldLines(string command, List<string> expected, string said)
    {
        var lines = said.Split('\n');
        var at = 0;
        foreach (var line in expected)
        {
            var pattern = new Regex($"^{Regex.Escape(line).Replace("…", ".*", StringComparison.Ordinal)}$", RegexOptions.None, TimeSpan.FromSeconds(5));
            var found = Array.FindIndex(lines, at, l => pattern.IsMatch(l.Trim()));
            found.ShouldBeGreaterThanOrEqualTo(0, $"$ {command}\ndoes not say, or not in this order: {line}\n---\n{said}");
            at = found + 1;
        }
    }

    [GeneratedRegex("# ends with ([0-9]+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Ends();
}
