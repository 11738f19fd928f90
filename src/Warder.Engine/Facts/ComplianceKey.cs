namespace Warder.Engine.Facts;

/// <summary>A key of a control catalogue.</summary>
/// <param name="Key">As rules name it: <c>CICD-SEC-6</c>.</param>
/// <param name="Catalogue">The catalogue.</param>
/// <param name="Title">What it is about.</param>
public sealed record ComplianceKey(string Key, string Catalogue, string Title)
{
    /// <summary>All keys, in the order of their catalogues: <c>compliance.json</c>.</summary>
    public static IReadOnlyList<ComplianceKey> All => Known.Value;

    private static readonly Lazy<IReadOnlyList<ComplianceKey>> Known = new(Load);

    private static ComplianceKey[] Load()
    {
        using var document = FactFile.Open("compliance.json");
        return FactFile.Rows(document.RootElement, "keys", r => new ComplianceKey(FactFile.Text(r, "key"), FactFile.Text(r, "catalogue"), FactFile.Text(r, "title")));
    }
}
