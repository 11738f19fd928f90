using System.Text.Json;
using Warder.Engine.Facts;

namespace Warder.Engine.Hygiene;

/// <summary>What tools leave in the root of a repository: <c>root-artifacts.json</c>.</summary>
public sealed class RootArtifactFacts
{
    private static readonly Lazy<RootArtifactFacts> Loaded = new(Load);
    private readonly RootArtifactFact[] _logs;

    private RootArtifactFacts(RootArtifactFact[] all)
    {
        All = all;
        _logs = [.. all.Where(f => !f.IsFolder && f.Remedy == Remedy.Move)];
    }

    /// <summary>The embedded data, read when first asked for.</summary>
    public static RootArtifactFacts Embedded => Loaded.Value;

    /// <summary>All kinds; the first that fits counts.</summary>
    public IReadOnlyList<RootArtifactFact> All { get; }

    /// <summary>The kind of an entry in the root; null where it is none.</summary>
    public RootArtifactFact? Find(string name, bool isFolder)
    {
        foreach (var fact in All)
        {
            if (fact.IsFolder == isFolder && fact.Fits(name))
            {
                return fact;
            }
        }

        return null;
    }

    /// <summary>Whether a file, wherever it lies, is a log or a report by its name.</summary>
    public bool IsLog(string path)
    {
        foreach (var fact in _logs)
        {
            if (fact.Fits(path))
            {
                return true;
            }
        }

        return false;
    }

    private static RootArtifactFacts Load()
    {
        using var document = FactFile.Open("root-artifacts.json");
        return new RootArtifactFacts(FactFile.Rows(document.RootElement, "artifacts", Read));
    }

    private static RootArtifactFact Read(JsonElement row)
    {
        var glob = FactFile.Text(row, "glob");
        return new RootArtifactFact(
            new PathPattern(glob.TrimEnd('/')),
            glob.EndsWith('/'),
            FactFile.Text(row, "family"),
            FactFile.Text(row, "what"),
            Enum.Parse<Remedy>(FactFile.Text(row, "remedy"), ignoreCase: true),
            FactFile.Flag(row, "needsIgnored"),
            FactFile.Flag(row, "trackedIsFine"),
            FactFile.Texts(row, "unless"));
    }
}
