namespace Warder.Engine.Hygiene;

/// <summary>How an ignore file is read.</summary>
public enum IgnoreSyntax
{
    /// <summary>As git does; git is asked.</summary>
    Git,

    /// <summary>As Docker documents it for build contexts.</summary>
    Docker,

    /// <summary>Line by line: each line is one pattern, and none takes another back.</summary>
    Lines,
}
