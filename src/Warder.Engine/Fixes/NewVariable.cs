namespace Warder.Engine.Fixes;

/// <summary>A variable to be put into the environment of a step.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value as YAML in block style.</param>
/// <param name="FlowValue">Its value as YAML in flow style; null where it cannot stand there.</param>
internal sealed record NewVariable(string Name, string Value, string? FlowValue)
{
    /// <summary>What follows the value on its line: a comment with the blanks before it.</summary>
    public string Tail { get; init; } = "";

    /// <summary>Comments for the lines above it.</summary>
    public IReadOnlyList<string> Above { get; init; } = [];

    /// <summary>A variable that holds what an expression gives.</summary>
    public static NewVariable OfExpression(string name, string inner) => new(name, $"${{{{ {inner} }}}}", $"\"${{{{ {inner} }}}}\"");

    /// <summary>Its lines at some indentation.</summary>
    public IEnumerable<string> Lines(string indent) => Above.Append($"{Name}: {Value}{Tail}").Select(l => indent + l);

    /// <summary>The entry in flow style; null where it cannot be.</summary>
    public string? Flow => FlowValue is null || Tail.Length > 0 || Above.Count > 0 ? null : $"{Name}: {FlowValue}";
}
