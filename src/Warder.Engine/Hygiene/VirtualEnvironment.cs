using Warder.Engine.Policy;

namespace Warder.Engine.Hygiene;

/// <summary>What Warder knows of virtual environments of Python, for the rule that asks for one and for whoever runs in one.</summary>
public static class VirtualEnvironment
{
    /// <summary>The rule by which a policy asks for one.</summary>
    public const string RuleSlug = "virtual-environment-missing";

    /// <summary>The rule's setting that names the folder.</summary>
    internal const string FolderOption = "folder";

    private const string DefaultFolder = ".venv";

    /// <summary>Files that make a folder a Python project.</summary>
    public static IReadOnlyList<string> ProjectMarks { get; } = ["pyproject.toml", "requirements.txt", "setup.py", "setup.cfg", "Pipfile"];

    /// <summary>The folder of the environment, relative to the project.</summary>
    public static string FolderUnder(AuditPolicy policy) =>
        policy.Rules.TryGetValue(RuleSlug, out var setting) && setting.Options.TryGetValue(FolderOption, out var node)
        && node.Resolve() is Syntax.Yaml.YamlScalar scalar && scalar.Value.Trim('/', ' ') is { Length: > 0 } given && !given.Split('/').Contains("..", StringComparer.Ordinal)
            ? given
            : DefaultFolder;

    /// <summary>Whether the policy asks for one.</summary>
    public static bool IsRequired(AuditPolicy policy) => policy.Rules.TryGetValue(RuleSlug, out var setting) && !setting.Off;
}
