using Warder.Engine.Policy;
using Warder.Sessions.Tools;

namespace Warder.Sessions.Suites;

/// <summary>The suites of a project: those that its policy names, else those that its files give away.</summary>
public static class SuiteFinder
{
    private const int MostFolders = 1000;
    private static readonly string[] NotLookedAt = ["node_modules", "logs", "target", "build", "dist", "bin", "obj", "vendor", "venv", "artifacts", "__pycache__"];

    /// <summary>The suites in the order in which they run.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="policy">Its policy.</param>
    public static IReadOnlyList<Suite> Of(string root, AuditPolicy policy) =>
        policy.Artifacts.Suites.Count > 0
            ? [.. policy.Artifacts.Suites.Select(s => Named(s, policy.Artifacts))]
            : Find(root, policy);

    private static Suite Named(SuitePolicy suite, ArtifactsPolicy policy) => new()
    {
        Name = suite.Name,
        Kind = SuiteKind.Command,
        Directory = suite.Directory,
        Command = suite.Command,
        ShellLine = suite.ShellLine,
        Environment = suite.Environment,
        Timeout = suite.Timeout ?? policy.Timeout,
        Results = suite.Results,
        Coverage = suite.Coverage,
        IsPython = PythonWords.Runs(suite),
    };

    private static List<Suite> Find(string root, AuditPolicy policy)
    {
        var found = new List<Suite>();
        foreach (var folder in Folders(root))
        {
            var place = new ProjectFolder(root, folder);
            var tools = TestTool.All.Where(t => t.Finds(place) is not null).ToList();
            foreach (var tool in tools)
            {
                var name = folder.Length == 0 ? tool.RootName : tools.Count == 1 ? folder : $"{folder}-{tool.RootName}";
                found.Add(new Suite
                {
                    Name = name,
                    Kind = tool.Kind,
                    Directory = folder,
                    Command = tool.Command(place),
                    Timeout = policy.Artifacts.Timeout,
                    FoundBy = folder.Length == 0 ? tool.Finds(place) : $"{folder}/{tool.Finds(place)}",
                    IsPython = tool.Kind == SuiteKind.Pytest,
                });
            }
        }

        return found;
    }

    /// <summary>The root and the folders right below it; links, hidden folders and what tools make are left out.</summary>
    private static IEnumerable<string> Folders(string root) =>
        new DirectoryInfo(root).EnumerateDirectories()
            .Where(d => d.LinkTarget is null && d.Name[0] is not '.' && !NotLookedAt.Contains(d.Name, StringComparer.OrdinalIgnoreCase))
            .Select(d => d.Name)
            .Order(StringComparer.Ordinal)
            .Take(MostFolders)
            .Prepend("");
}
