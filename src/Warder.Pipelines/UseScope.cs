namespace Warder.Pipelines;

/// <summary>Where a token use stands.</summary>
public enum UseScope
{
    /// <summary>Environment of the whole pipeline.</summary>
    PipelineEnv,

    /// <summary>Environment of a job.</summary>
    JobEnv,

    /// <summary>Environment of a step.</summary>
    StepEnv,

    /// <summary>Input of an action.</summary>
    ActionInput,

    /// <summary>Pasted into a script's text.</summary>
    Script,

    /// <summary>Registry credentials of the job's container.</summary>
    ContainerCredentials,

    /// <summary>Registry credentials of a service.</summary>
    ServiceCredentials,

    /// <summary>Environment of the job's container or a service.</summary>
    ContainerEnv,

    /// <summary>Secret passed to a called pipeline.</summary>
    CallSecret,

    /// <summary>Input passed to a called pipeline.</summary>
    CallInput,

    /// <summary>A condition.</summary>
    Condition,

    /// <summary>Output of a job or an action.</summary>
    Output,

    /// <summary>Default of an input.</summary>
    InputDefault,

    /// <summary>Any other field of a pipeline.</summary>
    Field,

    /// <summary>Granted by <c>permissions</c>.</summary>
    Permission,

    /// <summary>Used by an action or command without being written.</summary>
    Implicit,

    /// <summary>Read by a script file.</summary>
    ScriptFile,

    /// <summary>Named in a document for agents.</summary>
    Document,

    /// <summary>Named in a configuration of an agent or a tool.</summary>
    Configuration,
}
