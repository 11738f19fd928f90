using System.Text.Json;
using System.Text.Json.Serialization;
using Warder.Sessions.Processes;

namespace Warder.Sessions.Records;

/// <summary>The record of a session, <c>session_info.json</c>: what it is, and what is needed to finish it when its owner cannot.</summary>
public sealed record SessionRecord
{
    private const int LargestRecord = 4 * 1024 * 1024;

    /// <summary>What stands where something could not be had.</summary>
    public const string NotAvailable = "Not available";

    /// <summary>The session's name.</summary>
    public required string SessionId { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>How long it took, in whole seconds; null before its end.</summary>
    public long? DurationSeconds { get; init; }

    /// <summary>Where what was said of it is written.</summary>
    public string LogFile { get; init; } = "";

    /// <summary>What Python says of itself.</summary>
    public string PythonVersion { get; init; } = NotAvailable;

    /// <summary>What Node says of itself.</summary>
    public string NodeVersion { get; init; } = NotAvailable;

    /// <summary>The commit that was tested.</summary>
    public string GitCommit { get; init; } = NotAvailable;

    /// <summary>The branch that was tested; empty where none is checked out.</summary>
    public string GitBranch { get; init; } = NotAvailable;

    /// <summary>How tokens are governed here.</summary>
    public TokenGovernance TokenGovernance { get; init; } = new();

    /// <summary>The version of Warder.</summary>
    public string WarderVersion { get; init; } = "";

    /// <summary>Who opened it: <c>run</c> or <c>setup</c>.</summary>
    public string Command { get; init; } = "";

    /// <summary>How far it is: <c>open</c>, <c>running</c>, <c>ended</c>, <c>interrupted</c>, <c>abandoned</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>The process that answers for it; null where a shell does.</summary>
    public ProcessIdentity? Owner { get; init; }

    /// <summary>What marks its processes in their environment.</summary>
    public string Mark { get; init; } = "";

    /// <summary>Versions of tools by their names.</summary>
    public IReadOnlyDictionary<string, string> Tools { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Its suites.</summary>
    public IReadOnlyList<SuiteEntry> Suites { get; init; } = [];

    /// <summary>What may be told of a session that cannot be read; null where the record is missing or broken.</summary>
    public static SessionRecord? Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.LinkTarget is not null || file.Length > LargestRecord)
            {
                return null;
            }

            using var stream = file.OpenRead();
            return JsonSerializer.Deserialize(stream, RecordJson.Default.SessionRecord);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Writes it whole or not at all.</summary>
    public void Write(string path)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                JsonSerializer.Serialize(stream, this, RecordJson.Default.SessionRecord);
                stream.WriteByte((byte)'\n');
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
