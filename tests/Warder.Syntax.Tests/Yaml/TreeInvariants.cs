using Warder.Syntax.Yaml;

namespace Warder.Syntax.Tests.Yaml;

/// <summary>What holds of every tree, whatever the text.</summary>
internal static class TreeInvariants
{
    /// <summary>Gives the first broken rule with its place, or null.</summary>
    public static string? FindBroken(string text)
    {
        var tree = YamlParser.Parse(new SourceText("x.yml", text));
        var scalars = new List<YamlScalar>();
        var end = 0;
        foreach (var document in tree.Documents)
        {
            if (document is null)
            {
                continue;
            }

            if (document.Span.Start < end || document.Span.End > text.Length)
            {
                return $"document {document.Span} in {text.Length} after {end}";
            }

            end = document.Span.End;
            if (FindBroken(document, text, scalars) is { } broken)
            {
                return broken;
            }
        }

        foreach (var problem in tree.Problems)
        {
            if (problem.Span.Start < 0 || problem.Span.Length < 0 || problem.Span.End > text.Length)
            {
                return $"problem {problem}";
            }
        }

        return FindBrokenComment(tree, text, scalars);
    }

    private static string? FindBroken(YamlNode node, string text, List<YamlScalar> scalars)
    {
        switch (node)
        {
            case YamlScalar scalar:
                scalars.Add(scalar);
                return FindBrokenPlace(scalar, text);
            case YamlMapping mapping:
                return FindBroken(mapping, mapping.Entries.SelectMany(entry => new[] { entry.Key, entry.Value }), text, scalars);
            case YamlSequence sequence:
                return FindBroken(sequence, sequence.Items, text, scalars);
            default:
                return node.Span.Length > 1 && text[node.Span.Start] == '*' ? null : $"alias {node.Span}";
        }
    }

    private static string? FindBroken(YamlNode parent, IEnumerable<YamlNode> children, string text, List<YamlScalar> scalars)
    {
        var at = parent.Span.Start;
        foreach (var child in children)
        {
            if (child.Span.Start < at || !parent.Span.Contains(child.Span))
            {
                return $"{child.GetType().Name} {child.Span} in {parent.GetType().Name} {parent.Span} after {at}";
            }

            at = child.Span.End;
            if (FindBroken(child, text, scalars) is { } broken)
            {
                return broken;
            }
        }

        return null;
    }

    private static string? FindBrokenPlace(YamlScalar scalar, string text)
    {
        var before = scalar.Span.Start;
        for (var i = 0; i <= scalar.Value.Length; i++)
        {
            var offset = scalar.ToSourceOffset(i);
            if (offset < before || offset > scalar.Span.End)
            {
                return $"{scalar.Style} {scalar.Span}: index {i} at {offset} after {before}";
            }

            before = offset;
            if (i < scalar.Value.Length && !Matches(scalar, scalar.Value[i], offset < text.Length ? text[offset] : '\0'))
            {
                return $"{scalar.Style} {scalar.Span}: index {i} of '{scalar.Value}' is at {offset} '{text[offset]}'";
            }
        }

        var whole = scalar.ToSourceSpan(new TextSpan(0, scalar.Value.Length));
        return scalar.Span.Contains(whole) ? null : $"{whole} in {scalar.Span}";
    }

    private static bool Matches(YamlScalar scalar, char made, char written) =>
        made == written
        || (written is '\r' or '\n' or '\u0085' && made is ' ' or '\n')
        || (written == '\\' && scalar.Style == YamlScalarStyle.DoubleQuoted);

    private static string? FindBrokenComment(YamlTree tree, string text, List<YamlScalar> scalars)
    {
        var at = 0;
        foreach (var comment in tree.Comments)
        {
            if (comment.Span.Start < at || comment.Span.End > text.Length || text[comment.Span.Start] != '#')
            {
                return $"comment {comment.Span} after {at}";
            }

            at = comment.Span.End;
            foreach (var scalar in scalars)
            {
                var isBlock = scalar.Style is YamlScalarStyle.Literal or YamlScalarStyle.Folded;
                var content = isBlock && scalar.Value.Length > 0
                    ? TextSpan.FromBounds(scalar.ToSourceOffset(0), scalar.Span.End)
                    : scalar.Span;
                if (content.Overlaps(comment.Span) && !(isBlock && scalar.Value.Length == 0))
                {
                    return $"comment {comment.Span} in {scalar.Style} {content}";
                }
            }
        }

        return null;
    }
}
