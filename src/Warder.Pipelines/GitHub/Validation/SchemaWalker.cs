using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Validation;

/// <summary>Walks a file once and holds each node against the place where it stands.</summary>
internal sealed class SchemaWalker(SyntaxSchema schema, GitHubExpressions expressions, ProblemList found)
{
    private readonly ScalarChecker _scalars = new(schema, expressions, found);
    private readonly KeyChecker _keys = new(schema, found);

    /// <summary>Walks a whole file.</summary>
    public void Walk(YamlMapping root, Place place) => WalkMapping(root, place, new Spot(root, null), null);

    private void WalkNode(YamlNode? node, Place place, Spot spot, Availability? around)
    {
        var available = place.Availability ?? around;
        switch (node?.Resolve())
        {
            case YamlScalar scalar:
                _scalars.Check(scalar, place, spot, available);
                break;
            case YamlSequence sequence:
                WalkSequence(sequence, place, spot, available);
                break;
            case YamlMapping mapping:
                WalkMapping(mapping, place, spot, available);
                break;
        }
    }

    private void WalkSequence(YamlSequence sequence, Place place, Spot spot, Availability? available)
    {
        var items = place.Items;
        if (items is null && !place.Takes(PlaceForms.Any))
        {
            found.Add($"{spot.Name} cannot be a list; expected {Expectation.Of(place)}", spot.At.Span);
            return;
        }

        var list = sequence.Items;
        for (var i = 0; i < list.Count; i++)
        {
            var item = list[i];
            WalkNode(item, items ?? place, new Spot(item, spot.Label), available);
        }

        if (place.Check == PlaceCheck.Steps)
        {
            StepIds.Check(sequence, found);
        }
    }

    private void WalkMapping(YamlMapping mapping, Place place, Spot spot, Availability? available)
    {
        if (place.Mapping is null)
        {
            if (!place.Takes(PlaceForms.Any))
            {
                found.Add($"{spot.Name} cannot be a mapping; expected {Expectation.Of(place)}", spot.At.Span);
                return;
            }

            foreach (var entry in mapping.Entries)
            {
                WalkNode(entry.Value, place, new Spot(entry.Key, entry.Key as YamlScalar), available);
            }

            return;
        }

        var shape = Choose(place.Mapping, mapping, out var isFallback);
        var present = 0u;
        var hasComputedKey = false;
        var entries = mapping.Entries;
        for (var i = 0; i < entries.Count; i++)
        {
            WalkEntry(entries[i], place.Mapping, shape, available, ref present, ref hasComputedKey);
        }

        if (!hasComputedKey)
        {
            RequireKeys(mapping, spot, place.Mapping, shape, isFallback, present);
        }

        switch (place.Check)
        {
            case PlaceCheck.Jobs:
                new JobGraph(found).Check(mapping, spot.At);
                break;
            case PlaceCheck.Choice:
                _keys.CheckChoice(mapping, spot.At);
                break;
            case PlaceCheck.Event:
                _keys.CheckFilters(mapping);
                break;
        }
    }

    private void WalkEntry(YamlEntry entry, Shape whole, Shape shape, Availability? available, ref uint present, ref bool hasComputedKey)
    {
        if (entry.Key.Resolve() is not YamlScalar key)
        {
            found.Add("a key must be text", entry.Key.Span);
            return;
        }

        if (shape.Keys.TryGetValue(key.Value, out var place))
        {
            for (var i = 0; i < shape.Required.Length; i++)
            {
                present |= string.Equals(shape.Required[i], key.Value, StringComparison.Ordinal) ? 1u << i : 0;
            }

            WalkNode(entry.Value, place, new Spot(entry.Key, key), available);
            return;
        }

        if (GitHubExpressions.IsTemplate(key.Value))
        {
            hasComputedKey = true;
            _scalars.CheckKey(key, available);
            return;
        }

        if (shape.Others is null)
        {
            _keys.ReportUnknown(key, whole, shape);
            return;
        }

        if (key.Value is "<<" && !shape.Others.Takes(PlaceForms.Any))
        {
            KeyChecker.ReportMerge(key, found);
            return;
        }

        WalkNode(entry.Value, shape.Others, new Spot(entry.Key, key), available);
    }

    private void RequireKeys(YamlMapping mapping, Spot spot, Shape whole, Shape shape, bool isFallback, uint present)
    {
        for (var i = 0; i < shape.Required.Length; i++)
        {
            if ((present & (1u << i)) != 0)
            {
                continue;
            }

            // A list item has no key of its own, so its first key stands for it.
            var at = spot.At is YamlScalar ? spot.At : FirstKey(mapping);
            var span = at?.Span ?? spot.At.Span with { Length = 0 };
            if (isFallback && whole.Lacking is not null)
            {
                found.Add(whole.Lacking, span);
                return;
            }

            found.Add($"{shape.Title} needs '{shape.Required[i]}'", span);
        }
    }

    private static YamlNode? FirstKey(YamlMapping mapping) => mapping.Entries.Count > 0 ? mapping.Entries[0].Key : null;

    private static Shape Choose(Shape shape, YamlMapping mapping, out bool isFallback)
    {
        isFallback = false;
        foreach (var (key, choice) in shape.Choices)
        {
            isFallback = key.Length == 0;
            if (isFallback || mapping.Find(key) is not null)
            {
                return choice;
            }
        }

        return shape;
    }
}
