using System.Text.Json;

namespace Warder.Pipelines.GitHub.Validation;

/// <summary>Reads the syntax of workflow and action files from the embedded data.</summary>
internal sealed class SyntaxSchemaReader
{
    private const string ResourceName = "workflow-schema.json";
    private readonly JsonElement _root;
    private readonly Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Availability> _availability = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, uint> _contexts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ExpressionFunction> _functions = new(StringComparer.OrdinalIgnoreCase);

    private SyntaxSchemaReader(JsonElement root)
    {
        _root = root;
    }

    /// <summary>Reads the data.</summary>
    public static SyntaxSchema Read()
    {
        using var stream = typeof(SyntaxSchemaReader).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"{ResourceName} is not embedded");
        using var document = JsonDocument.Parse(stream);
        return new SyntaxSchemaReader(document.RootElement).ReadAll();
    }

    private SyntaxSchema ReadAll()
    {
        foreach (var context in _root.GetProperty("contexts").EnumerateArray())
        {
            _contexts.Add(context.GetString()!, 1u << _contexts.Count);
        }

        ReadFunctions("functions", placed: false);
        ReadFunctions("placed-functions", placed: true);
        foreach (var entry in _root.GetProperty("availability").EnumerateObject())
        {
            _availability.Add(entry.Name, ReadAvailability(entry.Value.GetString()!));
        }

        foreach (var entry in _root.GetProperty("words").EnumerateObject())
        {
            _words.Add(entry.Name, Split(entry.Value));
        }

        // Shapes and places name each other, so all of them exist before the first is filled.
        var shapes = _root.GetProperty("shapes");
        foreach (var entry in shapes.EnumerateObject())
        {
            _shapes.Add(entry.Name, new Shape { Title = entry.Value.GetProperty("title").GetString()! });
        }

        var places = _root.GetProperty("places");
        foreach (var entry in places.EnumerateObject())
        {
            _places.Add(entry.Name, new Place());
        }

        foreach (var entry in places.EnumerateObject())
        {
            Fill(_places[entry.Name], entry.Value.GetString()!);
        }

        ReadEvents();
        foreach (var entry in shapes.EnumerateObject())
        {
            FillShape(_shapes[entry.Name], entry.Value);
        }

        return new SyntaxSchema
        {
            Workflow = ReadPlace("workflow"),
            Action = ReadPlace("action"),
            Contexts = _contexts,
            Functions = _functions,
            StructureKeys = StructureKeys(),
            Hints = _root.GetProperty("hints").EnumerateObject()
                .ToDictionary(hint => hint.Name, hint => hint.Value.GetString()!, StringComparer.Ordinal),
        };
    }

    private HashSet<string> StructureKeys()
    {
        var keys = new HashSet<string>(Split(_root.GetProperty("vocabulary")), StringComparer.Ordinal);
        foreach (var name in (ReadOnlySpan<string>)["workflow", "step-job", "call-job", "run-step", "action-step", "run-defaults"])
        {
            keys.UnionWith(_shapes[name].Keys.Keys);
        }

        return keys;
    }

    private void ReadFunctions(string property, bool placed)
    {
        var bit = 1u;
        foreach (var entry in _root.GetProperty(property).EnumerateObject())
        {
            _functions.Add(entry.Name, new ExpressionFunction(entry.Name, entry.Value[0].GetInt32(), entry.Value[1].GetInt32(), placed ? bit : 0));
            bit <<= 1;
        }
    }

    private Availability ReadAvailability(string text)
    {
        uint contexts = 0;
        uint functions = 0;
        var names = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (word.EndsWith("()", StringComparison.Ordinal))
            {
                functions |= _functions[word[..^2]].Bit;
                continue;
            }

            contexts |= _contexts[word];
            names.Add(word);
        }

        names.Sort(StringComparer.Ordinal);
        return new Availability(contexts, functions, string.Join(", ", names));
    }

    private void ReadEvents()
    {
        var keys = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var entry in _root.GetProperty("events").EnumerateObject())
        {
            keys.Add(entry.Name, entry.Value.TryGetProperty("place", out var place) ? ReadPlace(place.GetString()!) : ReadEvent(entry));
        }

        _words.Add("events", [.. keys.Keys]);
        _shapes.Add("events", new Shape { Title = "'on'", Keys = keys });
    }

    private static Place ReadEvent(JsonProperty entry)
    {
        // An event without filters of its own has been seen with some of others', which the platform leaves alone.
        var place = new Place { Forms = PlaceForms.Empty, Check = PlaceCheck.Event };
        var keys = new Dictionary<string, Place>(StringComparer.Ordinal);
        if (entry.Value.TryGetProperty("types", out var types))
        {
            var words = Split(types);
            var type = new Place { Words = words, IsOpen = true };
            keys.Add("types", new Place { Words = words, IsOpen = true, Items = type });
        }

        if (entry.Value.TryGetProperty("filters", out var filters))
        {
            var pattern = new Place { Forms = PlaceForms.Filled };
            foreach (var filter in Split(filters))
            {
                keys.Add(filter, new Place { Forms = PlaceForms.Filled, Items = pattern });
            }
        }

        place.Mapping = new Shape { Title = $"'{entry.Name}'", IsLoose = true, Keys = keys };
        return place;
    }

    private void FillShape(Shape shape, JsonElement data)
    {
        if (data.TryGetProperty("keys", out var keys))
        {
            shape.Keys = keys.EnumerateObject()
                .ToDictionary(key => key.Name, key => ReadPlace(key.Value.GetString()!), StringComparer.Ordinal);
        }

        if (data.TryGetProperty("required", out var required))
        {
            shape.Required = [.. required.EnumerateArray().Select(key => key.GetString()!)];
        }

        if (data.TryGetProperty("others", out var others))
        {
            shape.Others = ReadPlace(others.GetString()!);
        }

        if (data.TryGetProperty("choose", out var choose))
        {
            shape.Choices = [.. choose.EnumerateObject().Select(c => (c.NameEquals("*"u8) ? "" : c.Name, _shapes[c.Value.GetString()!]))];
        }

        shape.Lacking = data.TryGetProperty("lacking", out var lacking) ? lacking.GetString() : null;
        shape.IsLoose = data.TryGetProperty("loose", out _);
    }

    private Place ReadPlace(string text)
    {
        if (_places.TryGetValue(text, out var named))
        {
            return named;
        }

        // Most keys take one of a few things, and all of those share a place.
        var place = new Place();
        Fill(place, text);
        return _places[text] = place;
    }

    private void Fill(Place place, string text)
    {
        if (text.IndexOf('#', StringComparison.Ordinal) is >= 0 and var check)
        {
            place.Check = Enum.Parse<PlaceCheck>(text[(check + 1)..].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            text = text[..check];
        }

        if (text.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at)
        {
            place.Availability = _availability[text[(at + 1)..]];
            text = text[..at];
        }

        foreach (var alternative in text.Split('|'))
        {
            AddAlternative(place, alternative);
        }
    }

    private void AddAlternative(Place place, string text)
    {
        if (text.StartsWith("map:", StringComparison.Ordinal))
        {
            place.Mapping = new Shape { Title = "a mapping", Others = ReadPlace(text[4..]) };
            return;
        }

        if (text.EndsWith("[]", StringComparison.Ordinal))
        {
            place.Items = ReadPlace(text[..^2]);
            return;
        }

        switch (text[0])
        {
            case '=':
                place.Words = text[1..].Split(',');
                return;
            case '~':
                place.Words = _words[text[1..]];
                place.IsOpen = true;
                return;
        }

        if (FormOf(text) is { } form)
        {
            place.Forms |= form;
            return;
        }

        place.Mapping = _shapes[text];
    }

    private static PlaceForms? FormOf(string word) => word switch
    {
        "text" => PlaceForms.Text,
        "filled" => PlaceForms.Filled,
        "flag" => PlaceForms.Flag,
        "number" => PlaceForms.Number,
        "empty" => PlaceForms.Empty,
        "condition" => PlaceForms.Condition,
        "any" => PlaceForms.Any,
        _ => null,
    };

    private static string[] Split(JsonElement text) => text.GetString()!.Split(' ');
}
