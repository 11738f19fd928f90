using System.Text;

namespace Warder.Cli;

/// <summary>Standard output as every result is written to it: UTF-8 whatever the locale says, and in large pieces.</summary>
internal static class StandardOutput
{
    private const int BufferSize = 32 * 1024;

    public static StreamWriter Open() =>
        new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize) { AutoFlush = false };
}
