using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>One thing that a reader of YAML meets, where it is met aside.</summary>
/// <param name="Kind">What it is: the opening or the end of a collection, a scalar, an alias.</param>
/// <param name="Text">The value or the name.</param>
/// <param name="Style">How a scalar is written.</param>
/// <param name="Anchor">Its anchor.</param>
/// <param name="Tag">Its tag.</param>
internal readonly record struct YamlEvent(string Kind, string? Text, YamlScalarStyle Style, string? Anchor, string? Tag);
