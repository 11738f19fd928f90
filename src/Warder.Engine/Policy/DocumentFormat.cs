namespace Warder.Engine.Policy;

/// <summary>How a generated document is written.</summary>
public enum DocumentFormat
{
    /// <summary>Markdown, which holds the parts written by hand.</summary>
    Markdown,

    /// <summary>One page of HTML that needs nothing else.</summary>
    Html,
}
