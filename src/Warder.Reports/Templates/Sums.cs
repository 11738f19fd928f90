using Fluid.Values;

namespace Warder.Reports.Templates;

/// <summary>The sum of the numbers of an array, or of one field of its objects. The language's own knows no fields of our models.</summary>
internal static class Sums
{
    public static NumberValue Of(FluidValue items, FluidValue field) =>
        NumberValue.Create(items is ArrayValue array ? array.Values.Sum(v => NumberOf(v, field)) : items.ToNumberValue());

    private static decimal NumberOf(FluidValue value, FluidValue field) =>
        field.IsNil() ? value.ToNumberValue()
        : value.ToObjectValue() is ModelObject model && model.TryGetValue(field.ToStringValue(), out var number) ? number.ToNumberValue()
        : 0;
}
