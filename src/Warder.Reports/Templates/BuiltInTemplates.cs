namespace Warder.Reports.Templates;

/// <summary>The templates that come with Warder, by name: <c>periodic/weekly.md</c>; and the style sheets of its pages: <c>styles/page.css</c>.</summary>
public static class BuiltInTemplates
{
    private const string Prefix = "templates/";
    private const string Styles = "styles/";

    /// <summary>The text of a template; null where there is none of that name.</summary>
    public static string? Find(string name)
    {
        using var stream = typeof(BuiltInTemplates).Assembly.GetManifestResourceStream(name.StartsWith(Styles, StringComparison.Ordinal) ? name : $"{Prefix}{name}.liquid");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>All names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(BuiltInTemplates).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^".liquid".Length])
            .Order(StringComparer.Ordinal),
    ];
}
