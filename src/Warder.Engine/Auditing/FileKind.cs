namespace Warder.Engine.Auditing;

/// <summary>What a file of the repository is to an audit.</summary>
public enum FileKind
{
    /// <summary>Nothing that Warder looks at.</summary>
    Other,

    /// <summary>A workflow.</summary>
    Workflow,

    /// <summary>An action's metadata.</summary>
    Action,

    /// <summary>A document for agents.</summary>
    Document,

    /// <summary>A configuration of an agent.</summary>
    Configuration,

    /// <summary>A script or another file that may read tokens from its environment.</summary>
    Script,
}
