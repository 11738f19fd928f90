namespace Warder.Engine.Auditing.Caching;

/// <summary>What one audit left for the next. What was found in a file stays packed until it is known to hold.</summary>
internal sealed record CachedAudit
{
    /// <summary>What the findings in workflows rest on beside files.</summary>
    public required string PipelinesContext { get; init; }

    /// <summary>All files that were read or missed for the workflows, in their versions of then.</summary>
    public required IReadOnlyList<(string Path, string Version)> Reads { get; init; }

    /// <summary>What was found in each workflow and action, in their order; nothing where it has to be looked at again.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Pipelines { get; init; }

    /// <summary>What the findings in scripts and documents rest on beside files.</summary>
    public required string OthersContext { get; init; }

    /// <summary>What was found in each script and document, which rests on that file alone; nothing where it has to be looked at again.</summary>
    public required IReadOnlyDictionary<string, (string Version, ReadOnlyMemory<byte> Audit)> Others { get; init; }

    /// <summary>Reads what <see cref="CachingVisitor.Write"/> wrote.</summary>
    public static CachedAudit Read(CacheReader from)
    {
        var pipelines = from.ReadWord();
        var reads = from.ReadList(r => (r.ReadWord(), r.ReadWord()));
        var audits = from.ReadList(r => r.ReadBytes());
        var others = from.ReadWord();
        var count = from.ReadNumber();
        var byPath = new Dictionary<string, (string, ReadOnlyMemory<byte>)>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            byPath.Add(from.ReadWord(), (from.ReadWord(), from.ReadBytes()));
        }

        return new CachedAudit { PipelinesContext = pipelines, Reads = reads, Pipelines = audits, OthersContext = others, Others = byPath };
    }
}
