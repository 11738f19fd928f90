using System.Text.Json.Nodes;
using Fluid.Values;

namespace Warder.Reports.Templates;

/// <summary>An object of a report's model as templates see it. A name that it does not have is an error and not an empty text.</summary>
internal sealed class ModelObject(JsonObject model) : IFluidIndexable
{
    // The template language knows these of every object.
    private static readonly string[] Synthetic = ["size", "first"];
    private readonly Dictionary<string, FluidValue> _values = model.ToDictionary(p => p.Key, p => ModelValue.Of(p.Value), StringComparer.Ordinal);

    /// <summary>The model itself.</summary>
    public JsonObject Model => model;

    /// <inheritdoc/>
    public int Count => _values.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _values.Keys;

    /// <inheritdoc/>
    public bool TryGetValue(string name, out FluidValue value)
    {
        if (_values.TryGetValue(name, out value!))
        {
            return true;
        }

        return Synthetic.Contains(name, StringComparer.Ordinal) ? false : throw new UnknownNameException(name, _values.Keys);
    }
}
