using Warder.Engine.Hygiene;
using Warder.Engine.Policy;

namespace Warder.Cli.Hygiene;

/// <summary>Adds missing patterns to ignore files, each written whole or not at all.</summary>
internal static class IgnoreFileOnDisk
{
    /// <summary>Adds what one file lacks.</summary>
    public static IgnoreFileChange Mend(string root, IgnoreFileState state, PotatoPolicy policy, bool writes)
    {
        string[] added = [.. state.Missing.Select(m => m.Pattern.Text)];
        if (added.Length == 0)
        {
            return new IgnoreFileChange(state.File.Path, added, Problem: null);
        }

        try
        {
            var full = Path.Join(root, state.File.Path);
            OutputFile.RefuseLinks(root, state.File.Path);
            var before = File.Exists(full) ? File.ReadAllBytes(full) : [];
            if (before.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || before.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            {
                return new IgnoreFileChange(state.File.Path, [], "it is in UTF-16, which is not read as an ignore file; save it in UTF-8");
            }

            var after = ProtectedBlock.Add(before, state.File.Syntax, [.. state.Missing.Select(m => m.Pattern)], policy.Allowed);
            if (writes && !after.AsSpan().SequenceEqual(before))
            {
                OutputFile.WriteBytesInside(root, state.File.Path, after);
            }

            return new IgnoreFileChange(state.File.Path, added, Problem: null);
        }
        catch (OutputError wrong)
        {
            return new IgnoreFileChange(state.File.Path, [], wrong.Message.TrimEnd('.'));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return new IgnoreFileChange(state.File.Path, [], wrong.Message.TrimEnd('.'));
        }
    }
}
