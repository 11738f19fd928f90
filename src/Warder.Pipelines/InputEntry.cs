using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines;

/// <summary>An input given to an action or a called pipeline.</summary>
/// <param name="Name">Its name as written; the platform compares without case.</param>
/// <param name="Value">Its value; null where it is not a scalar.</param>
/// <param name="KeySpan">Where the name is written.</param>
public sealed record InputEntry(string Name, YamlScalar? Value, TextSpan KeySpan);
