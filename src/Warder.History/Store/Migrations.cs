using System.Globalization;

namespace Warder.History.Store;

/// <summary>Brings a database to the schema of this program, step by step; a database of a newer one is refused.</summary>
internal static class Migrations
{
    private const string VersionTable = "warder_schema";
    private const string Prefix = "migrations/";

    /// <summary>The schema that this program writes.</summary>
    public static int Current { get; } = Steps().Count;

    /// <summary>The schema of a database; 0 where it has none.</summary>
    public static int VersionOf(Sql sql, IDialect dialect) =>
        sql.Number(dialect.TableExists, VersionTable) == 0 ? 0 : (int)sql.Number($"select max(version) from {VersionTable}");

    /// <summary>Refuses what a newer program made.</summary>
    public static void RefuseNewer(int version, IDialect dialect)
    {
        if (version > Current)
        {
            throw new HistoryException($"the history in {dialect.Name} has schema {version}, and this Warder knows schema {Current}: use a newer Warder.");
        }
    }

    /// <summary>Runs the steps that are missing; the caller holds the database alone.</summary>
    public static void Apply(Sql sql, IDialect dialect)
    {
        var version = VersionOf(sql, dialect);
        RefuseNewer(version, dialect);
        if (version == 0)
        {
            sql.Run($"create table if not exists {VersionTable} (version bigint not null primary key)");
        }

        foreach (var (number, text) in Steps().Skip(version))
        {
            foreach (var statement in Statements(text))
            {
                sql.Run(statement);
            }

            sql.Run($"insert into {VersionTable} (version) values (@p0)", number);
        }
    }

    private static List<(int Number, string Text)> Steps()
    {
        var assembly = typeof(Migrations).Assembly;
        var steps = new List<(int Number, string Text)>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            steps.Add((int.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), reader.ReadToEnd()));
        }

        return steps;
    }

    /// <summary>The statements without their comments, which may hold a semicolon.</summary>
    private static IEnumerable<string> Statements(string text) =>
        string.Join('\n', text.Split('\n').Select(l => l.Split("--", 2)[0])).Split(';').Select(s => s.Trim()).Where(s => s.Length > 0);
}
