using Warder.Pipelines.Scripts;
using Warder.Syntax;
using Warder.Syntax.Markdown;

namespace Warder.Pipelines.Documents;

/// <summary>Walks the blocks of a document and notes each token it names with what is said of it.</summary>
internal sealed class DocumentWalk
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly MentionFinder _finder;
    private readonly MentionList _mentions;
    private readonly List<FoundMention> _found = [];
    private MentionStance? _introduction;
    private MarkdownBlock? _before;

    public DocumentWalk(SourceText source, TokenNames names, MentionList mentions)
    {
        _source = source;
        _text = source.Text;
        _finder = new MentionFinder(_text, names);
        _mentions = mentions;
    }

    public void Visit(IReadOnlyList<MarkdownBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Kind == MarkdownBlockKind.Comment)
            {
                continue;
            }

            if (block.Kind is MarkdownBlockKind.Paragraph or MarkdownBlockKind.Heading)
            {
                _introduction = null;
            }

            var isForbidding = IsUnderProhibition(block);
            if (block.IsCode)
            {
                VisitCode(block, isForbidding);
            }
            else
            {
                VisitProse(block, isForbidding);
                NoteIntroduction(block);
            }

            _before = block;
        }
    }

    private bool IsUnderProhibition(MarkdownBlock block) =>
        block.Heading is { } heading && Content(heading).ContainsAny(StanceWords.BadExample);

    private ReadOnlySpan<char> Content(MarkdownBlock block) => _text.AsSpan(block.ContentSpan.Start, block.ContentSpan.Length);

    // "The following are prohibited:" speaks for the list or example below it.
    private void NoteIntroduction(MarkdownBlock block)
    {
        if (block.Kind != MarkdownBlockKind.Paragraph)
        {
            return;
        }

        var content = Content(block).TrimEnd(" \t\r\n*_`");
        var opens = content.Length < 400 && content.EndsWith(':');
        if (opens || (content.Length < 80 && content.ContainsAny(StanceWords.BadExample)))
        {
            _introduction = StanceReader.OfIntroduction(content);
        }
    }

    private void VisitProse(MarkdownBlock block, bool isForbidding)
    {
        foreach (var piece in block.Pieces)
        {
            if (piece.Kind == MarkdownPieceKind.Comment)
            {
                continue;
            }

            var isCode = piece.Kind == MarkdownPieceKind.Code;
            _found.Clear();
            _finder.Find(piece.Span, isCode, isWhole: isCode, _found);
            foreach (var mention in _found)
            {
                var stance = StanceIn(block, mention);
                if (isForbidding && (stance != MentionStance.Advises || !IsCorrected(block, mention)))
                {
                    stance = MentionStance.Forbids;
                }

                if (stance == MentionStance.Neutral && block.Kind == MarkdownBlockKind.ListItem && _introduction is { } introduction)
                {
                    stance = introduction;
                }

                _mentions.Add(mention, stance, isCode);
            }
        }
    }

    private bool IsCorrected(MarkdownBlock block, FoundMention mention)
    {
        var (start, end) = DocumentSentence.Around(_text, mention.Span.Start, mention.Span.End, block.ContentSpan.Start, block.ContentSpan.End);
        return _text.AsSpan(start, end - start).Contains("instead", StringComparison.OrdinalIgnoreCase);
    }

    private MentionStance StanceIn(MarkdownBlock block, FoundMention mention)
    {
        if (block.Kind == MarkdownBlockKind.TableRow)
        {
            return Content(block).ContainsAny(StanceWords.BadExample) ? MentionStance.Forbids : MentionStance.Neutral;
        }

        return StanceIn(mention, block.ContentSpan);
    }

    private MentionStance StanceIn(FoundMention mention, TextSpan range)
    {
        var (start, end) = DocumentSentence.Around(_text, mention.Span.Start, mention.Span.End, range.Start, range.End);
        return StanceReader.Of(_text.AsSpan(start, end - start), mention.Span.Start - start, mention.Span.End - start);
    }

    private void VisitCode(MarkdownBlock block, bool isForbidding)
    {
        var stance = isForbidding ? MentionStance.Forbids : CodeIntroduction();
        foreach (var piece in block.Pieces)
        {
            var line = _text.AsSpan(piece.Span.Start, piece.Span.Length);
            var comment = CommentStart(line);
            if (comment >= 0)
            {
                stance = MarkOf(line[comment..], stance);
            }

            _found.Clear();
            _finder.Find(piece.Span, isCode: true, isWhole: false, _found);
            foreach (var mention in _found)
            {
                var isInComment = comment >= 0 && mention.Span.Start >= piece.Span.Start + comment;
                _mentions.Add(mention, StanceOfCode(mention, piece.Span, stance, isInComment), isInCode: true);
            }
        }
    }

    private MentionStance StanceOfCode(FoundMention mention, TextSpan line, MentionStance stance, bool isInComment)
    {
        if (stance == MentionStance.Forbids)
        {
            return stance;
        }

        if (isInComment || mention.Form == MentionForm.Name)
        {
            var said = StanceIn(mention, line);
            return said == MentionStance.Forbids || isInComment ? said : MentionStance.Neutral;
        }

        return MentionStance.Advises;
    }

    // What stands directly above an example says whether it is a good one.
    private MentionStance CodeIntroduction()
    {
        if (_before is not { } before || before.IsCode || before.Kind is MarkdownBlockKind.TableRow)
        {
            return _introduction is MentionStance.Forbids ? MentionStance.Forbids : MentionStance.Neutral;
        }

        var content = Content(before).TrimEnd();
        var last = content.TrimEnd(":.!*_` ").LastIndexOfAny(".!?") is var stop && stop > 0 && stop + 1 < content.Length ? content[(stop + 1)..] : content;
        if (last.ContainsAny(StanceWords.GoodExample) && !last.Contains("incorrect", StringComparison.OrdinalIgnoreCase) && !last.Contains('❌'))
        {
            return MentionStance.Neutral;
        }

        var isTitle = last.Length < 50 && last.ContainsAny(StanceWords.BadExample);
        return (content.TrimEnd("*_` ").EndsWith(':') || isTitle) && StanceReader.OfIntroduction(last) == MentionStance.Forbids
            ? MentionStance.Forbids
            : MentionStance.Neutral;
    }

    private static int CommentStart(ReadOnlySpan<char> line)
    {
        var trimmed = line.TrimStart();
        var indent = line.Length - trimmed.Length;
        if (trimmed.StartsWith('#') || trimmed.StartsWith("//", StringComparison.Ordinal))
        {
            return indent;
        }

        var hash = line.IndexOf(" # ", StringComparison.Ordinal);
        return hash >= 0 ? hash + 1 : line.IndexOf(" // ", StringComparison.Ordinal);
    }

    private static MentionStance MarkOf(ReadOnlySpan<char> comment, MentionStance current)
    {
        if (comment.ContainsAny(StanceWords.BadExample))
        {
            return MentionStance.Forbids;
        }

        return comment.ContainsAny(StanceWords.GoodExample) ? MentionStance.Neutral : current;
    }
}
