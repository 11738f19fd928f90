using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines;

/// <summary>An output that a job or a callable pipeline gives.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; null where it is not a scalar.</param>
/// <param name="KeySpan">Where the name is written.</param>
public sealed record OutputEntry(string Name, YamlScalar? Value, TextSpan KeySpan);
