namespace Warder.Reports.Templates;

/// <summary>A template asks for a name that the model does not have; the place is found by who knows the template's text.</summary>
internal sealed class UnknownNameException(string name, IEnumerable<string> known)
    : Exception($"There is no '{name}' here; there is {string.Join(", ", known.Order(StringComparer.Ordinal))}.")
{
    /// <summary>The name.</summary>
    public string Name => name;
}
