using Warder.Sessions.Suites;

namespace Warder.Sessions.Running;

/// <summary>The virtual environment that a Python suite runs in, without anybody activating it.</summary>
public sealed class PythonEnvironment
{
    private PythonEnvironment(string folder) => Folder = folder;

    /// <summary>Where it lies.</summary>
    public string Folder { get; }

    /// <summary>The folder of its programs.</summary>
    public string Programs => Path.Join(Folder, OperatingSystem.IsWindows() ? "Scripts" : "bin");

    /// <summary>Whether pytest in it can measure coverage.</summary>
    public bool HasCoverageTool => SitePackages().Any(s => Directory.Exists(Path.Join(s, "pytest_cov")));

    /// <summary>Whether it certainly has no pytest: it takes nothing from the machine, and nothing is installed in it.</summary>
    public bool LacksPytest
    {
        get
        {
            var packages = SitePackages().Where(Directory.Exists).ToList();
            return !TakesFromMachine && packages.Count > 0
                && !packages.Exists(p => Directory.Exists(Path.Join(p, "pytest")) || Directory.EnumerateFiles(p, "*.pth").Any(f => !Path.GetFileName(f).StartsWith("distutils", StringComparison.Ordinal)));
        }
    }

    /// <summary>The environment of a suite: in its own folder, else in the repository; null where there is none.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="suite">The suite.</param>
    /// <param name="name">What the folder is called.</param>
    public static PythonEnvironment? Find(string root, Suite suite, string name)
    {
        foreach (var folder in new[] { Path.Join(root, suite.Directory, name), Path.Join(root, name) })
        {
            if (File.Exists(Path.Join(folder, "pyvenv.cfg")))
            {
                return new PythonEnvironment(Path.GetFullPath(folder));
            }
        }

        return null;
    }

    /// <summary>Sets the variables that activating it would set.</summary>
    public void Apply(IDictionary<string, string> environment)
    {
        environment["VIRTUAL_ENV"] = Folder;
        environment["PATH"] = environment.TryGetValue("PATH", out var path) && path.Length > 0 ? $"{Programs}{Path.PathSeparator}{path}" : Programs;
        environment.Remove("PYTHONHOME");
    }

    /// <summary>The commands that make one.</summary>
    public static IReadOnlyList<string> SetUp(string name, bool hasProject) =>
    [
        $"python3 -m venv {name}",
        hasProject ? $"{name}/bin/python -m pip install -e '.[test]'" : $"{name}/bin/python -m pip install -r requirements.txt",
    ];

    /// <summary>The version of Python that it was made with; null where it does not say.</summary>
    public string? Version => Setting("version") ?? Setting("version_info");

    private string? Setting(string key) =>
        Configuration.Split('\n').Select(l => l.Split('=', 2)).FirstOrDefault(l => l.Length == 2 && l[0].Trim() == key) is [_, var value] ? value.Trim() : null;

    private bool TakesFromMachine => Configuration.Contains("include-system-site-packages = true", StringComparison.Ordinal);

    private string Configuration => field ??= File.ReadAllText(Path.Join(Folder, "pyvenv.cfg"));

    /// <summary>The folders of packages, those of the machine too where the environment takes from it.</summary>
    private IEnumerable<string> SitePackages()
    {
        var folders = PackagesUnder(Folder);
        if (TakesFromMachine && Setting("home") is { } home)
        {
            folders = folders.Concat(PackagesUnder(Path.GetFullPath(Path.Join(home, ".."))));
        }

        return folders;
    }

    private static IEnumerable<string> PackagesUnder(string prefix)
    {
        var lib = Path.Join(prefix, "lib");
        return Directory.Exists(lib)
            ? Directory.EnumerateDirectories(lib, "python3*").SelectMany(p => new[] { Path.Join(p, "site-packages"), Path.Join(p, "dist-packages") }).Where(Directory.Exists)
            : [Path.Join(prefix, "Lib", "site-packages")];
    }
}
