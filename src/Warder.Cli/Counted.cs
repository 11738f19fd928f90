namespace Warder.Cli;

/// <summary>Counts things in words.</summary>
internal static class Counted
{
    /// <summary><c>1 token</c>, <c>2 tokens</c>.</summary>
    public static string Of(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
