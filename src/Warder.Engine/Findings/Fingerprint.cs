using System.IO.Hashing;
using System.Text;

namespace Warder.Engine.Findings;

/// <summary>The identity of findings: made of rule, path and normalised context, never of line numbers, commits or values.</summary>
public static class Fingerprint
{
    private const int HashBytes = 12;

    /// <summary>The hash of what a finding is about, wherever its file lies.</summary>
    public static string ContextHash(string rule, string? token, string? job, string? step, string? identity) =>
        Hash($"{rule}\0{token}\0{job}\0{Normalise(step)}\0{Normalise(identity)}");

    /// <summary>The fingerprint of the n-th finding (from 0) with this context in this file.</summary>
    public static string Of(string contextHash, string path, int ordinal) =>
        Hash(ordinal == 0 ? $"{contextHash}\0{path}" : $"{contextHash}\0{path}\0{ordinal}");

    private static string Hash(string text)
    {
        // Not a secret and not a defence, so a hash for which no cryptographic library has to be loaded at start.
        var digest = XxHash128.Hash(Encoding.UTF8.GetBytes(text));
        return Convert.ToHexStringLower(digest.AsSpan(0, HashBytes));
    }

    private static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                builder.Append(c);
            }
        }

        return builder.ToString();
    }
}
