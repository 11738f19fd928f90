using System.Buffers;
using System.Runtime.CompilerServices;
using Warder.Engine.Facts;

namespace Warder.Engine.Permissions.Proof;

/// <summary>Tells quickly that a script names none of the programs that matter.</summary>
internal sealed class ProgramFilter
{
    private static readonly ConditionalWeakTable<CommandFacts, ProgramFilter> Filters = [];
    private static readonly string[] Others = ["curl", "wget", "npm", "pnpm", "yarn", "bun"];
    private readonly SearchValues<string> _starts;
    private readonly HashSet<string> _programs;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private ProgramFilter(CommandFacts facts)
    {
        _programs = [.. facts.Programs, .. Others];
        _lookup = _programs.GetAlternateLookup<ReadOnlySpan<char>>();
        _starts = SearchValues.Create([.. _programs, "GITHUB_ENV", ".sh"], StringComparison.Ordinal);
    }

    public static bool MayMatter(CommandFacts facts, string text) => Filters.GetValue(facts, f => new ProgramFilter(f)).Matches(text);

    private bool Matches(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(_starts) is var at and >= 0)
        {
            if (text[at] == '.' || text[at..].StartsWith("GITHUB_ENV", StringComparison.Ordinal))
            {
                return true;
            }

            var start = at;
            while (start > 0 && IsOfName(text[start - 1]))
            {
                start--;
            }

            var end = at;
            while (end < text.Length && IsOfName(text[end]))
            {
                end++;
            }

            var name = text[start..end];
            var version = name.IndexOf('@');
            if (_lookup.Contains(version > 0 ? name[..version] : name) || name.EndsWith(".sh", StringComparison.Ordinal))
            {
                return true;
            }

            text = text[end..];
        }

        return false;
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@';
}
