using Warder.Pipelines.GitHub;
using Warder.Syntax;

namespace Warder.Pipelines.Tests.Reading;

/// <summary>A workflow or action whose token references are drawn as <c>[|secrets.X|]</c>.</summary>
internal sealed class MarkedWorkflow
{
    private MarkedWorkflow(string text, IReadOnlyList<TextSpan> marks, string path)
    {
        Marks = marks;
        Pipeline = GitHubReader.Read(new SourceText(path, text));
    }

    public Pipeline Pipeline { get; }

    public IReadOnlyList<TextSpan> Marks { get; }

    public IReadOnlyList<TokenUse> Uses => Pipeline.TokenUses;

    public TokenUse Use => Pipeline.TokenUses.ShouldHaveSingleItem();

    public IReadOnlyList<string> Reaches(int use = 0) =>
        [.. Uses[use].Reaches.Select(r => $"{r.Job}/{r.StepIndex} {r.Via} by {r.Consumer ?? "-"} at {r.Position.Line}")];

    public static MarkedWorkflow Read(string marked, string path = ".github/workflows/w.yml")
    {
        var marks = new List<TextSpan>();
        var text = new System.Text.StringBuilder();
        var start = 0;
        for (var i = 0; i < marked.Length; i++)
        {
            if (string.CompareOrdinal(marked, i, "[|", 0, 2) == 0)
            {
                start = text.Length;
                i++;
            }
            else if (string.CompareOrdinal(marked, i, "|]", 0, 2) == 0)
            {
                marks.Add(TextSpan.FromBounds(start, text.Length));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return new MarkedWorkflow(text.ToString(), marks, path);
    }

    /// <summary>One job <c>a</c> with the steps given.</summary>
    public static MarkedWorkflow Steps(string steps) => Read("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n" + Indent(steps, 6));

    private static string Indent(string text, int width) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', width) + line));
}
