using Warder.Reports.Documents;

namespace Warder.Reports.Templates;

/// <summary>What a template is rendered with, besides its model.</summary>
public sealed record TemplateSetting
{
    /// <summary>Which kind of text it writes.</summary>
    public required TemplateFormat Format { get; init; }

    /// <summary>The text of a piece that the template takes in; null where there is none.</summary>
    public Func<string, string?> Parts { get; init; } = BuiltInTemplates.Find;

    /// <summary>What people wrote into the document that is there, for the filter <c>keep</c>.</summary>
    internal KeptParts Kept { get; init; } = KeptParts.None;
}
