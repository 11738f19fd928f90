using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Auditing;

/// <summary>Shell scripts of the repository that steps run, each read and parsed once however many run it.</summary>
public sealed class LocalScripts
{
    private readonly RepositoryFiles _files;
    private readonly ConcurrentDictionary<string, Lazy<SourceText?>> _texts = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<string, ShellScript> _ofSteps = [];
    private readonly ConcurrentDictionary<string, Lazy<ShellScript?>> _parsed = new(StringComparer.Ordinal);

    /// <summary>Over the files of a repository.</summary>
    public LocalScripts(RepositoryFiles files) => _files = files;

    /// <summary>The text of a file; null where there is none that can be read.</summary>
    public string? Text(string path) =>
        _texts.TryGetValue(path, out var known) ? known.Value?.Text
        // Of what a program may load, most is not there: the list of files knows that best.
        : _files.Exists(path) ? _texts.GetOrAdd(path, p => new Lazy<SourceText?>(() => _files.Read(p) is var read ? read.Source ?? read.AsLatin1 : null)).Value?.Text
        : null;

    /// <summary>A file as it was read when a step or a program led to it; null where none did.</summary>
    public SourceText? Known(string path) => _texts.TryGetValue(path, out var known) && known.IsValueCreated ? known.Value : null;

    /// <summary>A script as it was parsed when a step ran it; null where none did.</summary>
    public ShellScript? Parsed(SourceText source) =>
        _parsed.TryGetValue(source.Path, out var known) && known is { IsValueCreated: true, Value: { } script } && string.Equals(script.Text, source.Text, StringComparison.Ordinal)
            ? script
            : null;

    /// <summary>The script of a step of a called pipeline, parsed once for all callers; the text itself is the key.</summary>
    public ShellScript OfStep(string text) => _ofSteps.GetValue(text, ShellParser.Parse);

    /// <summary>A file parsed as a shell script; null where there is none that can be read.</summary>
    public ShellScript? Shell(string path) =>
        (_parsed.TryGetValue(path, out var known) ? known : _parsed.GetOrAdd(path, p => new Lazy<ShellScript?>(() => Text(p) is { } text ? ShellParser.Parse(text) : null))).Value;
}
