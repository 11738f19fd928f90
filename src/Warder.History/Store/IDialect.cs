using System.Data.Common;

namespace Warder.History.Store;

/// <summary>What differs between the databases; everything else is the same SQL.</summary>
internal interface IDialect
{
    /// <summary>What people call the database, without a password.</summary>
    string Name { get; }

    /// <summary>Opens a connection.</summary>
    DbConnection Open();

    /// <summary>Whether there is a table of this name.</summary>
    string TableExists { get; }

    /// <summary>Begins a transaction that no other writer shares; waits for one that is there.</summary>
    DbTransaction BeginAlone(DbConnection connection);

    /// <summary>Begins a transaction that sees the database as it stands at one moment.</summary>
    DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>Whether an error says that another writer held the database for too long.</summary>
    bool IsLocked(DbException wrong);
}
