using System.Text;

namespace Warder.Cli.Sessions;

/// <summary>Writes JSON that is made as bytes to standard output.</summary>
internal static class JsonOutput
{
    public static void Write(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        var text = Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
        Console.Out.Write(text.EndsWith('\n') ? text : text + "\n");
    }
}
