namespace Warder.Pipelines.GitHub.Validation;

/// <summary>What may stand at a place of a file.</summary>
internal sealed class Place
{
    /// <summary>The scalars that it takes.</summary>
    public PlaceForms Forms { get; set; }

    /// <summary>The words that it takes.</summary>
    public string[]? Words { get; set; }

    /// <summary>Whether other words than those may be known to the platform too.</summary>
    public bool IsOpen { get; set; }

    /// <summary>What the items of a list are.</summary>
    public Place? Items { get; set; }

    /// <summary>What a mapping holds.</summary>
    public Shape? Mapping { get; set; }

    /// <summary>What its expressions may use; null for the same as around it.</summary>
    public Availability? Availability { get; set; }

    /// <summary>What else is looked at.</summary>
    public PlaceCheck Check { get; set; }

    /// <summary>Whether any scalar without expressions is right here.</summary>
    public bool TakesAnyText => Takes(PlaceForms.Text | PlaceForms.Any);

    /// <summary>Whether it takes one of these forms.</summary>
    public bool Takes(PlaceForms forms) => (Forms & forms) != PlaceForms.None;
}
