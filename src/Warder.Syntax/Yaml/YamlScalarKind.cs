namespace Warder.Syntax.Yaml;

/// <summary>What a scalar means under the YAML 1.2 core schema.</summary>
public enum YamlScalarKind
{
    /// <summary>Text.</summary>
    String,

    /// <summary>Empty, <c>~</c> or <c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>An integer or a real number.</summary>
    Number,
}
