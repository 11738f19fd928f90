namespace Warder.Pipelines.Scripts;

/// <summary>Tells a script's language from its path.</summary>
public static class ScriptLanguages
{
    /// <summary>The language, or null where the file is no script that Warder reads.</summary>
    public static ScriptLanguage? OfPath(string path) => null;
}
