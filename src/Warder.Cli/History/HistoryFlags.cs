using System.CommandLine;

namespace Warder.Cli.History;

/// <summary>Options that the commands on the history share.</summary>
internal static class HistoryFlags
{
    /// <summary>Where the history is.</summary>
    public static Option<string?> Database() => new("--database")
    {
        Description = "Where the history is: a file, or the address of a PostgreSQL server. Default: what the policy says, else .warder/history.db.",
        HelpName = "place",
    };

    /// <summary>Why a run may not be recorded; null where it may. A run that sees less would take for fixed what it did not look for.</summary>
    public static string? Refusal(bool isRecorded, bool isChosen, bool isWithoutBaseline, string? database) => isRecorded switch
    {
        false => database is null ? null : "--database needs --record.",
        _ when isChosen => "--record needs every rule; leave --rule out.",
        _ when isWithoutBaseline => "--record keeps what the baseline hides as accepted; leave --no-baseline out.",
        _ => null,
    };
}
