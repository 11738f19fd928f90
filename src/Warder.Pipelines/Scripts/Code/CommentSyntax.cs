namespace Warder.Pipelines.Scripts.Code;

/// <summary>What a scanner must know of a language: its comments and its strings.</summary>
internal sealed record CommentSyntax
{
    public static CommentSyntax Python { get; } = new() { Line = "#", HasTriple = true, Prefixes = "rbfutRBFUT", HoleInPrefix = "fFtT", Hole = "{" };

    public static CommentSyntax JavaScript { get; } = new()
    {
        Line = "//", Open = "/*", Close = "*/", Multiline = '`', HoleQuotes = "`", Hole = "${", HasRegex = true, HasHashBang = true,
    };

    public static CommentSyntax Ruby { get; } = new()
    {
        Line = "#", HoleQuotes = "\"`", OtherQuote = '`', Hole = "#{", HasRegex = true, HasHereDocuments = true, HasBeginEnd = true,
    };

    public static CommentSyntax Go { get; } = new() { Line = "//", Open = "/*", Close = "*/", Multiline = '`', IsMultilineRaw = true };

    public static CommentSyntax CSharp { get; } = new()
    {
        Line = "//", Open = "/*", Close = "*/", HasDirectives = true, HasHashBang = true, HasRawTriple = true,
        Prefixes = "$@", HoleInPrefix = "$", VerbatimPrefix = '@', Hole = "{",
    };

    /// <summary>Starts a comment to the end of the line.</summary>
    public required string Line { get; init; }

    /// <summary>Starts a comment of several lines.</summary>
    public string? Open { get; init; }

    /// <summary>Ends a comment of several lines.</summary>
    public string? Close { get; init; }

    /// <summary>A quote besides <c>"</c> and <c>'</c> whose strings end on their line.</summary>
    public char OtherQuote { get; init; }

    /// <summary>A quote whose strings span lines.</summary>
    public char Multiline { get; init; }

    /// <summary>Whether a backslash means itself between <see cref="Multiline"/> quotes.</summary>
    public bool IsMultilineRaw { get; init; }

    /// <summary>Whether three quotes make a string of several lines.</summary>
    public bool HasTriple { get; init; }

    /// <summary>Whether three or more double quotes make a raw string.</summary>
    public bool HasRawTriple { get; init; }

    /// <summary>Characters that may stand directly before a quote and belong to the string.</summary>
    public string Prefixes { get; init; } = "";

    /// <summary>Prefixes that allow code in the string.</summary>
    public string HoleInPrefix { get; init; } = "";

    /// <summary>The prefix of strings that span lines and double their quotes.</summary>
    public char VerbatimPrefix { get; init; }

    /// <summary>Quotes that always allow code in the string.</summary>
    public string HoleQuotes { get; init; } = "";

    /// <summary>What starts code in a string; <c>}</c> ends it.</summary>
    public string? Hole { get; init; }

    /// <summary>Whether slashes may enclose a pattern.</summary>
    public bool HasRegex { get; init; }

    /// <summary>Whether <c>&lt;&lt;~NAME</c> starts a text of several lines.</summary>
    public bool HasHereDocuments { get; init; }

    /// <summary>Whether <c>=begin</c> and <c>=end</c> enclose a comment.</summary>
    public bool HasBeginEnd { get; init; }

    /// <summary>Whether a line that starts with <c>#</c> is a directive.</summary>
    public bool HasDirectives { get; init; }

    /// <summary>Whether a first line with <c>#!</c> is skipped.</summary>
    public bool HasHashBang { get; init; }
}
