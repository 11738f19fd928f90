using Warder.Engine.Policy;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>Takes exceptions out of the policy whose last day is over.</summary>
public sealed class ExpiredExceptionFixer : Fixer
{
    private const string Key = "exceptions";

    /// <inheritdoc/>
    public override string Rule => "expired-exception";

    /// <inheritdoc/>
    public override void ProposeInPolicy(PolicyFixContext context)
    {
        foreach (var exception in context.Policy.Exceptions)
        {
            if (exception.IsExpired(context.Repository.Today))
            {
                Visit(context, exception);
            }
        }
    }

    private void Visit(PolicyFixContext context, PolicyException exception)
    {
        if (context.Tree.Root is not YamlMapping root || root.Find(Key) is not { Value: YamlSequence { Anchor: null, Tag: null } list } entry
            || list.Items.ToList().FindIndex(i => i is YamlMapping { Anchor: null, Tag: null } && i.Span == exception.Span) is var index && index < 0
            || Removal(context.Tree, entry, list, index) is not { } edits)
        {
            context.Decline(Rule, exception.ExpiresSpan.Start, $"the exception from {exception.Rule} is written in a way that is not edited");
            return;
        }

        var isLast = list.Items.Count == 1;
        context.Add(new FixDraft
        {
            Rule = Rule,
            Offset = exception.ExpiresSpan.Start,
            Description = $"Remove the exception from {exception.Rule} that ended on {exception.Expires:yyyy-MM-dd}",
            Edits = edits,
            Changes = isLast ? [FixPath.Of(Key)] : [FixPath.Of(Key, index) with { IsRemoved = true }],
            Doubt = !isLast && index == 0 && !list.IsFlow && HasCommentAbove(context.Tree, list.Items[0]) ? "the comment above it may speak of all exceptions" : null,
        });
    }

    private static IReadOnlyList<TextEdit>? Removal(YamlTree tree, YamlEntry entry, YamlSequence list, int index)
    {
        var source = tree.Source;
        if (list.IsFlow)
        {
            var edit = EntryRemoval.FromFlow([.. list.Items.Select(i => i.Span)], index);
            return source.GetText(edit.Span).Contains('#', StringComparison.Ordinal) ? null : [edit];
        }

        if (Dash(source, list.Items[index]) is not { } dash)
        {
            return null;
        }

        var start = EntryRemoval.CommentsAbove(tree, dash);
        var end = EndOf(tree, list.Items[index], source.GetPosition(dash).Column);
        if (list.Items.Count > 1)
        {
            return [EntryRemoval.Lines(source, start, end)];
        }

        // The key stays, and so does a comment behind it.
        var colon = source.Text.IndexOf(':', entry.Key.Span.End);
        var isPlain = start >= BlockLines.NextLine(source, colon) && !tree.Comments.Any(c => c.OwnLine && c.Span.Start > colon && c.Span.Start < start);
        return isPlain ? [new TextEdit(new TextSpan(colon + 1, 0), " []"), new TextEdit(TextSpan.FromBounds(start, end), "")] : null;
    }

    private static bool HasCommentAbove(YamlTree tree, YamlNode item) =>
        Dash(tree.Source, item) is { } dash && EntryRemoval.CommentsAbove(tree, dash) < EntryRemoval.LineStart(tree.Source, dash);

    /// <summary>Where the dash of an item stands; null where something else stands before it on its line.</summary>
    private static int? Dash(SourceText source, YamlNode item)
    {
        var before = source.Text.AsSpan(0, item.Span.Start).TrimEnd();
        var dash = before.Length - 1;
        return dash >= 0 && before[dash] == '-' && BlockLines.IndentOf(source, dash) is not null ? dash : null;
    }

    /// <summary>Where the lines of an item end, with the comments below that are indented as its keys are.</summary>
    private static int EndOf(YamlTree tree, YamlNode item, int dashColumn)
    {
        var source = tree.Source;
        var end = BlockLines.NextLine(source, item.Span.End - 1);
        foreach (var comment in tree.Comments)
        {
            if (comment.OwnLine && EntryRemoval.LineStart(source, comment.Span.Start) == end && source.GetPosition(comment.Span.Start).Column > dashColumn)
            {
                end = BlockLines.NextLine(source, comment.Span.Start);
            }
        }

        return end;
    }
}
