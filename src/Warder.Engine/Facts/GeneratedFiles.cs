namespace Warder.Engine.Facts;

/// <summary>Tells files that a tool wrote by their first lines: <c>generated-files.json</c>.</summary>
public sealed class GeneratedFiles
{
    private readonly GeneratedFile[] _all;

    private GeneratedFiles(GeneratedFile[] all) => _all = all;

    /// <summary>The tool that wrote a text; null where the comment at its top names none.</summary>
    public GeneratedFile? Find(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Length > 0 && line[0] != '#')
            {
                return null;
            }

            foreach (var file in _all)
            {
                if (line.Contains(file.Header, StringComparison.Ordinal))
                {
                    return file;
                }
            }
        }

        return null;
    }

    internal static GeneratedFiles Load()
    {
        using var document = FactFile.Open("generated-files.json");
        return new GeneratedFiles(FactFile.Rows(document.RootElement, "files", row =>
            new GeneratedFile(FactFile.Text(row, "header"), FactFile.Text(row, "tool"), FactFile.Text(row, "made"))));
    }
}
