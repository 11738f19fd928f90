using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>A variable as it is written in the environment of a workflow or job.</summary>
internal sealed class ScopedVariable
{
    private readonly YamlTree _tree;
    private readonly YamlEntry _holder;
    private readonly YamlMapping _env;
    private readonly YamlEntry _entry;
    private readonly FixPath _path;
    private readonly int _above;

    private ScopedVariable(YamlTree tree, YamlEntry holder, YamlMapping env, YamlEntry entry, FixPath path)
    {
        _tree = tree;
        _holder = holder;
        _env = env;
        _entry = entry;
        _path = path;
        var start = entry.Key.Span.Start;
        // What stands above the first of several may speak of all.
        _above = env.IsFlow || (env.Entries[0] == entry && env.Entries.Count > 1) ? EntryRemoval.LineStart(tree.Source, start) : EntryRemoval.CommentsAbove(tree, start);
    }

    /// <summary>Finds the variable that a use is bound to; null where it is written in a way that is not edited.</summary>
    public static ScopedVariable? Find(Pipeline pipeline, TokenUse use)
    {
        var path = use.Job is { } job ? FixPath.Of("jobs", job, "env") : FixPath.Of("env");
        var way = YamlPlace.Follow(pipeline.Tree, path.Pointer);
        if (!way.IsWhole || way.Way is not [.., YamlMapping outer, YamlMapping { Anchor: null } env] || use.Binding is not { } name
            || env.Find(name) is not { Key.Anchor: null, Value: YamlScalar { Anchor: null, Tag: null } value } entry)
        {
            return null;
        }

        var variable = new ScopedVariable(pipeline.Tree, outer.Find("env")!, env, entry, path);
        var isOneLine = value.Style is not (YamlScalarStyle.Literal or YamlScalarStyle.Folded) && pipeline.Source.GetText(value.Span).AsSpan().IndexOfAny('\r', '\n') < 0;
        return isOneLine && (env.IsFlow || (BlockLines.IndentOf(pipeline.Source, entry.Key.Span.Start) is not null && !variable.HoldsOtherComments())) ? variable : null;
    }

    /// <summary>The same variable for another place, with its comments.</summary>
    public NewVariable Moved
    {
        get
        {
            var source = _tree.Source;
            var value = (YamlScalar)_entry.Value;
            var written = source.GetText(value.Span);
            var flow = value.Style != YamlScalarStyle.Plain ? written : written.AsSpan().IndexOfAny('"', '\\') < 0 ? $"\"{written}\"" : null;
            var end = BlockLines.NextLine(source, value.Span.End);
            var above = source.Text[_above..EntryRemoval.LineStart(source, _entry.Key.Span.Start)];
            return new NewVariable(_entry.KeyText!, written, flow)
            {
                Tail = _env.IsFlow ? "" : source.Text[value.Span.End..end].TrimEnd(),
                Above = [.. above.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim())],
            };
        }
    }

    /// <summary>Takes it out; the whole environment where it was the only one.</summary>
    public (TextEdit Edit, FixPath Change) Remove()
    {
        var source = _tree.Source;
        if (_env.IsFlow)
        {
            return (EntryRemoval.FromFlow([.. _env.Entries.Select(e => e.Span)], _env.Entries.ToList().IndexOf(_entry)), _path.Then(_entry.KeyText!));
        }

        var end = BlockLines.NextLine(source, _entry.Value.Span.End);
        return _env.Entries.Count == 1
            ? (EntryRemoval.Lines(source, EntryRemoval.LineStart(source, _holder.Key.Span.Start), end), _path)
            : (new TextEdit(TextSpan.FromBounds(_above, end), ""), _path.Then(_entry.KeyText!));
    }

    /// <summary>Whether comments stand in an environment that would go as a whole, which do not speak of the variable alone.</summary>
    private bool HoldsOtherComments() => _env.Entries.Count == 1
        && (BlockLines.IndentOf(_tree.Source, _holder.Key.Span.Start) is null
            || _tree.Comments.Any(c => c.Span.Start > _holder.Key.Span.End && c.Span.Start < _above));
}
