using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Registry;

/// <summary>What has been read of a registry so far.</summary>
internal sealed class RegistryDraft
{
    private const int MaxProblems = 200;
    private const int MaxEntries = 20_000;

    public RegistryDraft(SourceText source) => Source = source;

    public SourceText Source { get; }

    public List<TokenEntry> Entries { get; } = [];

    public List<HierarchyLink> Hierarchy { get; } = [];

    public Dictionary<string, RegistryField> Compliance { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, RegistryField> Metadata { get; } = new(StringComparer.Ordinal);

    public List<RegistryProblem> Problems { get; } = [];

    /// <summary>Whether another entry may be read; aliases could make millions of a few lines.</summary>
    public bool HasRoom => Entries.Count < MaxEntries;

    public void Add(RegistryProblem problem)
    {
        // The same place reached through several aliases is one problem.
        if (Problems.Count < MaxProblems && !Problems.Contains(problem))
        {
            Problems.Add(problem);
        }
    }

    public void Invalid(TextSpan span, string message, string? hint = null) =>
        Add(new RegistryProblem(RegistryProblemKind.Invalid, message, span, hint));

    public void Permission(TextSpan span, string message, string? hint = null) =>
        Add(new RegistryProblem(RegistryProblemKind.Permission, message, span, hint));

    /// <summary>The text of a scalar; null with a problem for anything else, null without one where nothing is written.</summary>
    public string? Text(YamlEntry entry, string field)
    {
        if (MappingFields.IsNull(entry.Value))
        {
            return null;
        }

        if (entry.Value.AsScalar() is { } scalar)
        {
            return scalar.Value.Trim();
        }

        Invalid(entry.Value.Span, $"`{field}` must be a text, not {Word(entry.Value)}");
        return null;
    }

    public static string Word(YamlNode node) => node.Resolve() switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        YamlScalar => "a plain value",
        _ => "an alias that leads nowhere",
    };

    public TokenRegistry Finish(bool readable)
    {
        Problems.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start) is var order && order != 0
            ? order
            : string.CompareOrdinal(a.Message, b.Message));
        return new TokenRegistry
        {
            Source = Source,
            IsReadable = readable,
            Entries = Entries,
            Hierarchy = Hierarchy,
            Compliance = Compliance,
            Metadata = Metadata,
            Problems = Problems,
        };
    }
}
