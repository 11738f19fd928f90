using Warder.Pipelines.Scripts.Code;
using Warder.Pipelines.Scripts.Files;
using Warder.Pipelines.Scripts.Shells;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Pipelines.Scripts;

/// <summary>Finds the tokens that a script reads from its environment.</summary>
public static class ScriptReader
{
    /// <summary>The reads in the order of the text.</summary>
    /// <param name="source">The script.</param>
    /// <param name="language">Its language.</param>
    /// <param name="names">Names of tokens that count wherever they are read.</param>
    /// <param name="environment">Tokens behind other variables where workflows call this script; several where calls differ.</param>
    /// <param name="parsed">The same text parsed as a shell script, where somebody did; null otherwise.</param>
    public static IReadOnlyList<TokenUse> Read(
        SourceText source,
        ScriptLanguage language,
        TokenNames names,
        IReadOnlyDictionary<string, IReadOnlyList<TokenReference>> environment,
        ShellScript? parsed = null)
    {
        if (ScriptLanguages.NeedsFirstLine(source.Path))
        {
            language = ScriptLanguages.OfFirstLine(source.Text) ?? ScriptLanguage.Other;
        }

        var collector = new ReadCollector(source, names, environment, ScriptLanguages.IgnoresCase(language));
        Find(collector, language, parsed);
        return collector.ToUses();
    }

    private static void Find(ReadCollector collector, ScriptLanguage language, ShellScript? parsed)
    {
        switch (language)
        {
            case ScriptLanguage.Shell:
                ShellReads.Find(collector, parsed ?? ShellParser.Parse(collector.Text));
                break;
            case ScriptLanguage.PowerShell:
                PowerShellReads.Find(collector);
                break;
            case ScriptLanguage.Command:
                CommandReads.Find(collector);
                break;
            case ScriptLanguage.Python:
                PythonReads.Find(collector);
                break;
            case ScriptLanguage.JavaScript:
                JavaScriptReads.Find(collector);
                break;
            case ScriptLanguage.Ruby:
                RubyReads.Find(collector);
                break;
            case ScriptLanguage.Go:
                GoReads.Find(collector);
                break;
            case ScriptLanguage.CSharp:
                CSharpReads.Find(collector);
                break;
            case ScriptLanguage.Make:
                MakeReads.Find(collector);
                break;
            case ScriptLanguage.Dockerfile:
                DockerfileReads.Find(collector);
                break;
            case ScriptLanguage.Compose:
                ComposeReads.Find(collector);
                break;
            case ScriptLanguage.PackageConfiguration:
                PackageConfigurationReads.Find(collector);
                break;
        }
    }
}
