using Warder.Engine.Findings;

namespace Warder.Engine.Auditing;

/// <summary>The one place where a defect of Warder's own is caught: it becomes a diagnostic, and the other work goes on.</summary>
internal static class DefectGuard
{
    /// <summary>Does some work; where it throws, says what failed.</summary>
    public static void Run(string code, string what, string? path, List<Diagnostic> diagnostics, Action work) =>
        Run(code, what, path, diagnostics, work, w => w());

    /// <summary>Does some work on something; where it throws, says what failed.</summary>
    public static void Run<T>(string code, string what, string? path, List<Diagnostic> diagnostics, T subject, Action<T> work)
    {
        try
        {
            work(subject);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            diagnostics.Add(new Diagnostic(code, $"{what} failed, which is a defect of Warder: {failure.GetType().Name}: {failure.Message}", path));
        }
    }
}
