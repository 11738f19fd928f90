namespace Warder.Pipelines;

/// <summary>The language of a script.</summary>
public enum ScriptLanguage
{
    /// <summary>Bash or a POSIX shell.</summary>
    Shell,

    /// <summary>PowerShell.</summary>
    PowerShell,

    /// <summary>The Windows command processor.</summary>
    Command,

    /// <summary>Python.</summary>
    Python,

    /// <summary>JavaScript or TypeScript.</summary>
    JavaScript,

    /// <summary>Ruby.</summary>
    Ruby,

    /// <summary>Go.</summary>
    Go,

    /// <summary>C#.</summary>
    CSharp,

    /// <summary>Make.</summary>
    Make,

    /// <summary>A Dockerfile.</summary>
    Dockerfile,

    /// <summary>A compose file.</summary>
    Compose,

    /// <summary>A package manager's configuration such as <c>.npmrc</c>.</summary>
    PackageConfiguration,

    /// <summary>Something else.</summary>
    Other,
}
