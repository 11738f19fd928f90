using System.Text;
using Warder.Engine.Exposure.Redaction;

namespace Warder.Cli;

/// <summary>Standard output as every result is written to it: UTF-8 whatever the locale says, in large pieces, and with every token value hidden.</summary>
internal static class StandardOutput
{
    private const int BufferSize = 32 * 1024;

    public static StreamWriter Open() =>
        new(new RedactingStream(Console.OpenStandardOutput(), () => Redactor.Known), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize) { AutoFlush = false };
}
