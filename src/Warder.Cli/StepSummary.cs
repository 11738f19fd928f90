using Warder.Engine.Exposure.Redaction;

namespace Warder.Cli;

/// <summary>The summary of a step on GitHub: Markdown appended to the file that the runner names.</summary>
internal static class StepSummary
{
    private const string Variable = "GITHUB_STEP_SUMMARY";

    /// <summary>Whether a runner asks for one.</summary>
    public static bool IsWanted => Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true" && File is { Length: > 0 };

    private static string? File => Environment.GetEnvironmentVariable(Variable);

    /// <summary>Appends to it; said, and no reason to fail, where that is not possible.</summary>
    public static void Append(Action<TextWriter> write)
    {
        using var text = new StringWriter { NewLine = "\n" };
        write(text);
        try
        {
            System.IO.File.AppendAllText(File!, Redactor.Known.Redact(text.ToString()));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"warder: the step summary cannot be written: {wrong.Message}");
        }
    }
}
