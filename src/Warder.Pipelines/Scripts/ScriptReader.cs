using Warder.Syntax;

namespace Warder.Pipelines.Scripts;

/// <summary>Finds the tokens that a script reads from its environment.</summary>
public static class ScriptReader
{
    /// <summary>The reads in the order of the text.</summary>
    /// <param name="source">The script.</param>
    /// <param name="language">Its language.</param>
    /// <param name="names">Names of tokens that count wherever they are read.</param>
    /// <param name="environment">Tokens behind other variables where workflows call this script; several where calls differ.</param>
    public static IReadOnlyList<TokenUse> Read(
        SourceText source,
        ScriptLanguage language,
        TokenNames names,
        IReadOnlyDictionary<string, IReadOnlyList<TokenReference>> environment) => [];
}
