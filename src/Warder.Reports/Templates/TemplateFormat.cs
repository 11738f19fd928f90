namespace Warder.Reports.Templates;

/// <summary>What a template writes, and so how text of the repository is escaped in it.</summary>
public enum TemplateFormat
{
    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>Anything else: nothing is escaped.</summary>
    Text,
}
