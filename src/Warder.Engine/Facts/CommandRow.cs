using System.Text.Json;

namespace Warder.Engine.Facts;

/// <summary>What <c>commands.json</c> says of a command beside its names.</summary>
/// <param name="Needs">What its token must be allowed.</param>
/// <param name="TokenVariables">Environment variables from which it reads the token, in order; the first that is set wins.</param>
/// <param name="Unknown">Why it may need more than is listed; null where it does not.</param>
/// <param name="LogsIn">Whether it logs in to a registry.</param>
/// <param name="SetsGitCredential">Whether it hands its own token to git.</param>
/// <param name="Basis">Where the entry is from.</param>
internal sealed record CommandRow(
    IReadOnlyList<FactNeed> Needs,
    IReadOnlyList<string> TokenVariables,
    string? Unknown,
    bool LogsIn,
    bool SetsGitCredential,
    string Basis)
{
    public static CommandRow Read(JsonElement row)
    {
        var basis = FactFile.TextOrNull(row, "basis") ?? "";
        return new CommandRow(
            FactFile.Rows(row, "needs", n => FactNeed.Read(n, basis)),
            FactFile.Texts(row, "tokenEnv"),
            FactFile.TextOrNull(row, "unknown"),
            FactFile.Flag(row, "login"),
            FactFile.Flag(row, "setsGit"),
            basis);
    }
}
