namespace Warder.Engine.Auditing;

/// <summary>Where following the links of a path ends.</summary>
internal enum LinkEnd
{
    /// <summary>At a file or folder of the repository.</summary>
    Inside,

    /// <summary>Outside the repository.</summary>
    Outside,

    /// <summary>Nowhere: the links go round in a circle.</summary>
    Circle,

    /// <summary>At nothing.</summary>
    Nothing,
}
