using Warder.Engine.Facts;
using Warder.Pipelines;

namespace Warder.Engine.Fixes;

/// <summary>Tells of which steps it is certain that nothing in them reads a variable unseen.</summary>
internal static class PlainSteps
{
    /// <summary>Whether a shell script runs only programs that read no variables but their own.</summary>
    public static bool IsPlain(CommandFacts commands, string script) => new ShellPlaces(script).Programs.All(p => p is not null && commands.IsPlain(p));
}
