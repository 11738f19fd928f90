using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Warder.Engine.Auditing;
using Warder.Engine.Permissions.Proof;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Programs;

/// <summary>A program of the repository in JavaScript or Python, read once however many steps run it.</summary>
internal sealed class LocalProgram
{
    private static readonly ConditionalWeakTable<LocalScripts, ConcurrentDictionary<string, LocalProgram?>> Known = [];

    private LocalProgram(string path, string text, ScriptLanguage language, LocalScripts scripts)
    {
        // Most programs start no other, and what a program in Python loads is told line by line: the comments of few must be found.
        var code = new Lazy<string>(() => ProgramCode.Of(text, language));
        Path = path;
        Text = text;
        Language = language;
        Speaks = LocalScriptProof.Speaks(text);
        Starts = ProgramStarts.MayBeIn(text, language) ? ProgramStarts.Find(code.Value, language) : [];
        Imports = ProgramImports.Find(path, language == ScriptLanguage.Python ? text : code.Value, language, p => scripts.Text(p) is not null);
    }

    public string Path { get; }

    public string Text { get; }

    public ScriptLanguage Language { get; }

    /// <summary>Whether it speaks to the platform.</summary>
    public bool Speaks { get; }

    /// <summary>Where it starts other programs.</summary>
    public IReadOnlyList<ProgramStart> Starts { get; }

    /// <summary>The files that it loads; null where one of them is not known.</summary>
    public IReadOnlyList<string>? Imports { get; }

    /// <summary>The program; null where there is no such file.</summary>
    public static LocalProgram? Of(LocalScripts scripts, string path, ScriptLanguage language) => Known.GetOrCreateValue(scripts).GetOrAdd(
        path,
        static (p, known) => known.scripts.Text(p) is { } text ? new LocalProgram(p, text, known.language, known.scripts) : null,
        (scripts, language));
}
