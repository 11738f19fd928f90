namespace Warder.Engine.Facts;

/// <summary>Where a permission can be named.</summary>
public enum PermissionKind
{
    /// <summary>Under <c>permissions</c> of a workflow.</summary>
    Workflow,

    /// <summary>As the whole value of a workflow's <c>permissions</c>.</summary>
    WorkflowShorthand,

    /// <summary>For apps and fine-grained tokens.</summary>
    App,

    /// <summary>A scope of classic personal tokens.</summary>
    Classic,

    /// <summary>A word that people use in registries for tokens of any provider.</summary>
    RegistryWord,
}
