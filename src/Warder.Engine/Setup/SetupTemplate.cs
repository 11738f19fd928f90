using System.Text;

namespace Warder.Engine.Setup;

/// <summary>A file of the setup as it is embedded, with places for what differs.</summary>
internal static class SetupTemplate
{
    /// <summary>The file with each <c>{{name}}</c> replaced.</summary>
    public static byte[] Fill(string name, params ReadOnlySpan<(string Name, string Value)> values)
    {
        using var stream = typeof(SetupTemplate).Assembly.GetManifestResourceStream("setup/" + name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        foreach (var (key, value) in values)
        {
            text = text.Replace("{{" + key + "}}", value, StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(text);
    }
}
