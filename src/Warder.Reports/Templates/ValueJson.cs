using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fluid.Values;

namespace Warder.Reports.Templates;

/// <summary>A value of the template language as JSON.</summary>
internal static class ValueJson
{
    public static string Of(FluidValue value) => NodeOf(value)?.ToJsonString() ?? "null";

    private static JsonNode? NodeOf(FluidValue value) => value switch
    {
        NilValue => null,
        BooleanValue => JsonValue.Create(value.ToBooleanValue()),
        NumberValue => JsonNode.Parse(value.ToNumberValue().ToString(CultureInfo.InvariantCulture)),
        ArrayValue items => new JsonArray([.. items.Values.Select(NodeOf)]),
        _ when value.ToObjectValue() is ModelObject known => known.Model.DeepClone(),
        _ => JsonValue.Create(value.ToStringValue()),
    };
}
