namespace Warder.Reports;

/// <summary>A form in which an audit is told.</summary>
public enum ReportFormat
{
    /// <summary>For people at a terminal.</summary>
    Console,

    /// <summary>The source project's JSON with Warder's fields.</summary>
    Json,

    /// <summary>SARIF 2.1.0.</summary>
    Sarif,

    /// <summary>Annotations of GitHub Actions.</summary>
    GitHub,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>JUnit XML.</summary>
    JUnit,
}
