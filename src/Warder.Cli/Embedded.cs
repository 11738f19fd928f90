namespace Warder.Cli;

/// <summary>Texts embedded in the program.</summary>
internal static class Embedded
{
    public static string? Find(string name)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
