using System.Text.Json;

namespace Warder.Engine.Facts;

/// <summary>Providers, their stored credentials, and what takes the place of those: <c>trusted-publishing.json</c>.</summary>
public sealed class CredentialProviders
{
    private CredentialProviders(IReadOnlyList<CredentialProvider> all) => All = all;

    /// <summary>All of them, sorted by name.</summary>
    public IReadOnlyList<CredentialProvider> All { get; }

    /// <summary>The providers that a job can sign in to without a stored credential.</summary>
    public IEnumerable<CredentialProvider> WithOidc => All.Where(p => p.HasOidc);

    internal static CredentialProviders Load()
    {
        using var document = FactFile.Open("trusted-publishing.json");
        return new CredentialProviders(FactFile.Rows(document.RootElement, "providers", Read));
    }

    private static CredentialProvider Read(JsonElement row) => new()
    {
        Name = FactFile.Text(row, "provider"),
        Kind = FactFile.Text(row, "kind"),
        HasOidc = FactFile.Text(row, "oidc") == "yes",
        PublishActions = Lower(FactFile.Texts(row, "publishActions")),
        PublishCommands = FactFile.Texts(row, "publishCommands"),
        SecretNames = [.. FactFile.Texts(row, "staticSecretNames").Select(n => new NamePattern(n))],
        Inputs = FactFile.Rows(row, "staticInputs", i => new CredentialInput(FactFile.Text(i, "action").ToLowerInvariant(), FactFile.Text(i, "input"))),
        Variables = FactFile.Texts(row, "staticEnv"),
        Proofs = FactFile.Rows(row, "oidcProof", ReadProof),
    };

    private static OidcProof ReadProof(JsonElement row) => new(
        FactFile.TextOrNull(row, "action")?.ToLowerInvariant(),
        FactFile.TextOrNull(row, "command"),
        FactFile.Texts(row, "inputsSet"),
        FactFile.Texts(row, "inputsAbsent"),
        FactFile.Texts(row, "wordsAbsent"));

    private static string[] Lower(string[] texts) => [.. texts.Select(t => t.ToLowerInvariant())];
}
