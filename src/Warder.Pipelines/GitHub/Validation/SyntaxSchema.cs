namespace Warder.Pipelines.GitHub.Validation;

/// <summary>The syntax of workflow and action files, read once from the data.</summary>
internal sealed class SyntaxSchema
{
    private static readonly Lazy<SyntaxSchema> Shared = new(SyntaxSchemaReader.Read);

    /// <summary>The syntax, read when first asked for.</summary>
    public static SyntaxSchema Instance => Shared.Value;

    /// <summary>What a workflow file holds.</summary>
    public required Place Workflow { get; init; }

    /// <summary>What an action file holds.</summary>
    public required Place Action { get; init; }

    /// <summary>The contexts with their bits, by name without case.</summary>
    public required Dictionary<string, uint> Contexts { get; init; }

    /// <summary>The functions by name without case.</summary>
    public required Dictionary<string, ExpressionFunction> Functions { get; init; }

    /// <summary>Every key that means something somewhere in a workflow, so that it is surely wrong where it is not listed.</summary>
    public required HashSet<string> StructureKeys { get; init; }

    /// <summary>Words of other systems, with the key that is meant.</summary>
    public required Dictionary<string, string> Hints { get; init; }
}
