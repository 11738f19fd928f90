using Warder.Syntax.Shell;

namespace Warder.Pipelines.Scripts;

/// <summary>Finds the scripts of the repository that a step's shell script runs.</summary>
public static class ScriptCallFinder
{
    /// <summary>The paths relative to the repository, each once, in the order of the text; whether they exist is not asked.</summary>
    /// <param name="script">The step's script.</param>
    /// <param name="workingDirectory">The folder as written in the pipeline; null for the root.</param>
    /// <param name="actionDirectory">The folder of the action whose step this is, relative to the repository; null for none.</param>
    public static IReadOnlyList<string> Find(ShellScript script, string? workingDirectory, string? actionDirectory = null)
    {
        var finder = new Calls.CallSearch(actionDirectory);
        finder.Search(script, workingDirectory, depth: 0);
        return finder.Paths;
    }
}
