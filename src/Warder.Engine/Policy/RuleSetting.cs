using Warder.Engine.Findings;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Policy;

/// <summary>How the policy sets one rule.</summary>
/// <param name="Off">Whether it is switched off.</param>
/// <param name="Severity">Another severity.</param>
/// <param name="Options">The rule's own settings by key.</param>
public sealed record RuleSetting(bool Off, Severity? Severity, IReadOnlyDictionary<string, YamlNode> Options);
