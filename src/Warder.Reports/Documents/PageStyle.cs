using System.Text;

namespace Warder.Reports.Documents;

/// <summary>The style sheet of the pages, <c>Data/page.css</c>.</summary>
internal static class PageStyle
{
    private static readonly Lazy<string> Sheet = new(Load);

    public static string Text => Sheet.Value;

    private static string Load()
    {
        using var stream = typeof(PageStyle).Assembly.GetManifestResourceStream("styles/page.css")
            ?? throw new InvalidOperationException("page.css is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
