using Warder.Pipelines.GitHub.Reading;

namespace Warder.Pipelines.Scripts;

/// <summary>Variables that well-known commands read without being told, from <c>env-readers.json</c>.</summary>
public static class ImpliedVariables
{
    /// <summary>Whether some command reads this variable unasked.</summary>
    public static bool Contains(string variable) => ImpliedReaders.Names.Contains(variable);
}
