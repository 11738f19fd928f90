using System.Buffers;
using System.Runtime.CompilerServices;
using Warder.Engine.Facts;

namespace Warder.Engine.Permissions.Proof;

/// <summary>Tells quickly that a script names none of the programs that matter.</summary>
internal static class ProgramFilter
{
    private static readonly ConditionalWeakTable<CommandFacts, SearchValues<string>> Filters = [];

    public static bool MayMatter(CommandFacts facts, string text) =>
        text.AsSpan().ContainsAny(Filters.GetValue(facts, f => SearchValues.Create([.. f.Programs, "curl", "wget", "GITHUB_ENV", ".sh", "npm ", "pnpm ", "yarn "], StringComparison.Ordinal)));
}
