using System.Runtime.InteropServices;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Validation;

/// <summary>Where a value stands.</summary>
/// <param name="At">The key or list item to point at where the value itself is not there.</param>
/// <param name="Label">The nearest key above; null at the top.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Spot(YamlNode At, YamlScalar? Label)
{
    /// <summary>What people call it.</summary>
    public string Name => Label is null ? "the file" : $"'{Label.Value}'";
}
