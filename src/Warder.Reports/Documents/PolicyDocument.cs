using static Warder.Reports.Documents.DocumentWords;

namespace Warder.Reports.Documents;

/// <summary>The policy that tokens are governed by, for the people who work under it.</summary>
internal static class PolicyDocument
{
    public static DocumentPage Build(RegistryOverview overview, string matrixLink)
    {
        var repository = overview.Result.Repository;
        var page = new DocumentPage(DocumentKind.Policy, PolicyStatement.TitleOf(repository.DefaultToken));
        Rich source = overview.Policy.Source is { } file ? Code(file.Path) : "Warder's defaults, for there is no policy file,";
        page.Paragraph($"How this repository governs the tokens of its automation. What is in force is read from {source} and {Code(overview.Registry.Source.Path)}.");
        page.Kept("introduction");
        PolicyStatement.Add(page, overview);
        PolicyStatement.AddClassification(page, overview, matrixLink);
        PolicyScoping.Add(page, overview);
        PolicyPatterns.Add(page, overview);
        PolicyEnforcement.Add(page, overview);
        PolicyResponse.Add(page, overview, matrixLink);
        return page;
    }
}
