using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>Tries fixes that do not meet on a text: all together, and where that goes wrong one after another, to drop only the one at fault.</summary>
internal sealed class FixTrial
{
    private readonly SourceText _source;
    private readonly IFixSubject _subject;
    private readonly YamlTree _before;

    public FixTrial(SourceText source, IFixSubject subject)
    {
        _source = source;
        _subject = subject;
        _before = subject.Read(source);
        Text = source;
    }

    /// <summary>The fixes that were made.</summary>
    public IReadOnlyList<Fix> Made { get; private set; } = [];

    /// <summary>The text with them.</summary>
    public SourceText Text { get; private set; }

    /// <summary>Applies what can be applied; what cannot, with the reason.</summary>
    public IReadOnlyList<(Fix Fix, string Because)> Apply(IReadOnlyList<Fix> fixes)
    {
        if (fixes.Count == 0 || Try(fixes) is not { } fault)
        {
            return [];
        }

        if (fixes.Count == 1)
        {
            return [(fixes[0], fault)];
        }

        var dropped = new List<(Fix, string)>();
        foreach (var fix in fixes)
        {
            if (Try([.. Made, fix]) is { } own)
            {
                dropped.Add((fix, own));
            }
        }

        return dropped;
    }

    /// <summary>Takes the fixes; where they must not be made, why, and nothing changes.</summary>
    private string? Try(IReadOnlyList<Fix> fixes)
    {
        var next = new SourceText(_source.Path, TextEdits.Apply(_source.Text, [.. fixes.SelectMany(f => f.Edits)]));
        var fault = EditGuard.Check(_before, _subject.Read(next), fixes) ?? _subject.Difference(_source, next);
        if (fault is null)
        {
            Made = fixes;
            Text = next;
        }

        return fault;
    }
}
