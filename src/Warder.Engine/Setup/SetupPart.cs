namespace Warder.Engine.Setup;

/// <summary>What a repository gets when it is set up.</summary>
public enum SetupPart
{
    /// <summary>The registry of tokens.</summary>
    Registry,

    /// <summary>The policy.</summary>
    Policy,

    /// <summary>Entries in the ignore files.</summary>
    Ignore,

    /// <summary>Folders for logs and reports.</summary>
    Logs,

    /// <summary>A pipeline that validates.</summary>
    Pipeline,

    /// <summary>Hooks before a commit.</summary>
    Hooks,
}
