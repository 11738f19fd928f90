using System.Text;

namespace Warder.Peers.Tests;

/// <summary>Expressions from a seed: whole ones in every form, and the same with something broken.</summary>
internal sealed class WrittenExpressions
{
    private const int Deepest = 4;
    private static readonly string[] Contexts = ["github", "Secrets", "env", "vars", "matrix", "needs", "steps", "inputs", "runner", "job", "strategy"];
    private static readonly string[] Names = ["a", "TOKEN", "github_token", "with-dash", "_x", "true", "null", "NaN", "Infinity", "outputs", "A1"];
    private static readonly string[] Texts = ["", "a", "it''s", "''", "a b", "}}", "é", "😀", "x\ny", "{0}", "secrets.A", "\""];
    private static readonly string[] Values =
        ["true", "false", "null", "0", "1", "-1", "1.5", "1.50", ".5", "-0.5", "+2", "0x1F", "0o17", "1e3", "12E2", "5e-1", "NaN", "Infinity", "-Infinity", "1.", "007", "-0"];
    private static readonly string[] Operators = ["||", "&&", "==", "!=", "<", "<=", ">", ">="];
    private static readonly string[] Blanks = ["", "", "", " ", " ", "\n", "\t", "  ", "\r\n"];
    private static readonly string[] Noise =
        ["'", "''", "(", ")", "[", "]", ".", ",", "!", "*", "|", "&", "=", "<", "\"", "-", "+", "0x", "1a", "é", "\u00a0", "\u2003", "\u0085", "\0", "$", "{", "}", "@", ":", "#", "a b", "TRUE", "1_0", "..", "1.2.3"];

    private readonly Random _random;

    public WrittenExpressions(int seed) => _random = new Random(seed);

    /// <summary>An expression of GitHub's grammar.</summary>
    public string Whole() => Blank() + Any(0) + Blank();

    /// <summary>An expression with one or two things added, taken away or doubled.</summary>
    public string Broken()
    {
        var text = Whole();
        for (var times = _random.Next(1, 3); times > 0; times--)
        {
            var at = _random.Next(text.Length + 1);
            var length = Math.Min(_random.Next(1, 4), text.Length - at);
            text = _random.Next(3) switch
            {
                0 => text.Insert(at, Pick(Noise)),
                1 => text.Remove(at, length),
                _ => text.Insert(at, text.Substring(at, length)),
            };
        }

        // Half a surrogate pair does not survive the way to the peer.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }

    private string Any(int depth) => depth >= Deepest
        ? Leaf()
        : _random.Next(12) switch
        {
            0 or 1 => Leaf(),
            2 or 3 => $"{Any(depth + 1)}{Blank()}{Pick(Operators)}{Blank()}{Any(depth + 1)}",
            4 => $"{Any(depth + 1)} {Pick(Operators)} {Any(depth + 1)} {Pick(Operators)} {Any(depth + 1)}",
            5 => $"!{Blank()}{Any(depth + 1)}",
            6 => $"({Blank()}{Any(depth + 1)}{Blank()})",
            7 => Call(depth),
            8 => $"({Any(depth + 1)}).{Pick(Names)}",
            _ => Path(depth),
        };

    private string Path(int depth)
    {
        var path = Pick(Contexts);
        for (var i = _random.Next(4); i > 0; i--)
        {
            path += _random.Next(6) switch
            {
                0 => $"[{Blank()}'{Pick(Texts)}'{Blank()}]",
                1 => ".*",
                2 => "[*]",
                3 when depth < Deepest => $"[{Any(depth + 1)}]",
                _ => $"{Blank()}.{Blank()}{Pick(Names)}",
            };
        }

        return path;
    }

    private string Call(int depth) => _random.Next(7) switch
    {
        0 => $"contains({Any(depth + 1)},{Blank()}{Any(depth + 1)})",
        1 => $"startsWith{Blank()}({Any(depth + 1)}, '{Pick(Texts)}')",
        2 => $"toJSON({Any(depth + 1)})",
        3 => $"fromJson( {Any(depth + 1)} )[{Any(depth + 1)}]",
        4 => $"format('{Pick(Texts)}', {Any(depth + 1)}, {Any(depth + 1)})",
        5 => "always()",
        _ => $"hashFiles('**/x', '{Pick(Texts)}')",
    };

    private string Leaf() => _random.Next(4) switch
    {
        0 => Pick(Values),
        1 => $"'{Pick(Texts)}'",
        _ => Path(Deepest),
    };

    private string Blank() => Pick(Blanks);

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
