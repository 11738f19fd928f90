using System.Text.Json;
using System.Text.Json.Nodes;
using Fluid.Values;
using Warder.Engine.Exposure.Redaction;

namespace Warder.Reports.Templates;

/// <summary>Hands a report's model over to the template language, as its own values: it never looks into types of ours.</summary>
internal static class ModelValue
{
    public static FluidValue Of(JsonNode? node) => node switch
    {
        null => NilValue.Instance,
        JsonObject model => new DictionaryValue(new ModelObject(model)),
        JsonArray items => new ArrayValue([.. items.Select(Of)]),
        _ => OfScalar(node),
    };

    private static FluidValue OfScalar(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.True => BooleanValue.True,
        JsonValueKind.False => BooleanValue.False,
        JsonValueKind.Number => NumberValue.Create(NumberOf(node.AsValue())),
        _ => new StringValue(TextOf(node.GetValue<string>())),
    };

    /// <summary>Text without token values, which are looked for before escaping changes how they look, and without the marks of places to write in.</summary>
    private static string TextOf(string text) => KeptPlaces.Unmarked(Redactor.Known.Redact(text));

    private static decimal NumberOf(JsonValue value) =>
        value.TryGetValue<int>(out var whole) ? whole : value.TryGetValue<long>(out var large) ? large : value.TryGetValue<double>(out var real) ? (decimal)real : value.GetValue<decimal>();
}
