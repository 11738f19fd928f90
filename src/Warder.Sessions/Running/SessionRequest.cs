using Warder.Engine.Exposure.Redaction;
using Warder.Sessions.Records;
using Warder.Sessions.Suites;

namespace Warder.Sessions.Running;

/// <summary>What a session is to do, and where.</summary>
public sealed record SessionRequest
{
    /// <summary>The folders for artifacts.</summary>
    public required LogFolders Logs { get; init; }

    /// <summary>The suites to run, in order; none for a session that somebody works in by hand.</summary>
    public required IReadOnlyList<Suite> Suites { get; init; }

    /// <summary>How many of them run at the same time.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>Whether pytest is asked for coverage where it can measure it.</summary>
    public bool WithCoverage { get; init; } = true;

    /// <summary>The environment that suites get, before what the session adds.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The folder of virtual environments.</summary>
    public required string VirtualEnvironment { get; init; }

    /// <summary>Hides values in the output of suites.</summary>
    public required Redactor Redactor { get; init; }

    /// <summary>Values that are hidden though nothing in their looks says what they are.</summary>
    public KnownValues Values { get; init; } = KnownValues.None;

    /// <summary>How tokens are governed here.</summary>
    public required TokenGovernance Governance { get; init; }

    /// <summary>The commit and the branch that are tested; null where git cannot say.</summary>
    public (string? Commit, string? Branch) Revision { get; init; }

    /// <summary>The version of Warder.</summary>
    public required string Version { get; init; }

    /// <summary>Audits the use of tokens into a folder; gives the exit status. Null where no audit is wanted.</summary>
    public Func<string, int>? Audit { get; init; }

    /// <summary>Tells how it goes.</summary>
    public required ISessionVoice Voice { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
