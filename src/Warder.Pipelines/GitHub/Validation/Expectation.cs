namespace Warder.Pipelines.GitHub.Validation;

/// <summary>Says in words what may stand at a place.</summary>
internal static class Expectation
{
    /// <summary>The alternatives of a place: <c>text or a list</c>.</summary>
    public static string Of(Place place)
    {
        var parts = new List<string>(3);
        if (place.Words is { Length: <= 6 } words)
        {
            parts.AddRange(words.Select(word => $"'{word}'"));
        }
        else if (place.Words is not null || place.Takes(PlaceForms.Text | PlaceForms.Filled))
        {
            parts.Add("text");
        }

        Add(parts, place, PlaceForms.Condition, "a condition");
        Add(parts, place, PlaceForms.Flag, "true or false");
        Add(parts, place, PlaceForms.Number, "a number");
        Add(parts, place, PlaceForms.Empty, "no value");
        if (place.Items is not null)
        {
            parts.Add("a list");
        }

        if (place.Mapping is not null)
        {
            parts.Add("a mapping");
        }

        return parts.Count == 1 ? parts[0] : string.Join(", ", parts.Take(parts.Count - 1)) + " or " + parts[^1];
    }

    private static void Add(List<string> parts, Place place, PlaceForms form, string words)
    {
        if (place.Takes(form))
        {
            parts.Add(words);
        }
    }
}
