using System.CommandLine;
using System.Globalization;
using System.Text;
using Warder.Cli.Git;
using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Formats;
using Warder.Engine.Exposure.Redaction;
using Warder.Engine.Findings;
using Warder.Engine.Hygiene;
using Warder.Engine.Policy;
using Warder.Engine.Registry;
using Warder.Engine.Rules;
using Warder.Sessions.Closing;
using Warder.Sessions.Records;
using Warder.Sessions.Running;
using Warder.Sessions.Suites;
using Warder.Sessions.Tokens;

namespace Warder.Cli.Sessions;

/// <summary>The repository that a command on artifacts works in.</summary>
internal sealed class SessionTarget
{
    private SessionTarget(string root)
    {
        Files = new UnlistedFiles(root);
        Policy = PolicyLoader.Load(Files, RuleCatalogue.All, Diagnostics);
        Registry = RegistryLoader.Load(Files, Policy, Diagnostics);
        Logs = new LogFolders(Files.Root, Policy.Guard.Logs);
    }

    public List<Diagnostic> Diagnostics { get; } = [];

    public UnlistedFiles Files { get; }

    public AuditPolicy Policy { get; }

    public TokenRegistry? Registry { get; }

    public LogFolders Logs { get; }

    /// <summary>The option that names the repository.</summary>
    public static Option<string> PathOption() => new("--path", "-C")
    {
        Description = "The repository, or a folder in it. Default: the current folder.",
        DefaultValueFactory = _ => ".",
        HelpName = "folder",
    };

    /// <summary>Opens the repository; null, with the reason on standard error, where it cannot be worked in.</summary>
    public static SessionTarget? Open(string path)
    {
        if (!RepositoryFolder.IsThere(path))
        {
            return null;
        }

        var target = new SessionTarget(AuditTargets.RootOf(path));
        return DiagnosticLines.Write(target.Diagnostics) == ExitStatus.Clean ? target : null;
    }

    /// <summary>Finishes sessions whose owner is dead; whether all that could be done.</summary>
    public bool Recover()
    {
        var problems = Recovery.Run(Logs, TimeProvider.System.GetUtcNow(), line => Console.Error.WriteLine($"warder: {line}"));
        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"warder: {problem}");
        }

        return problems.Count == 0;
    }

    /// <summary>What a session is asked for.</summary>
    public SessionRequest Request(IReadOnlyList<Suite> suites, int parallel, ISessionVoice voice, bool withAudit)
    {
        var environment = EnvironmentOf();
        var folder = VirtualEnvironment.FolderUnder(Policy);
        var hasPython = suites.Append(new Suite { Name = "", Kind = SuiteKind.Pytest }).Any(s => PythonEnvironment.Find(Files.Root, s, folder) is not null);
        return new SessionRequest
        {
            Logs = Logs,
            Suites = suites,
            Parallel = parallel,
            Environment = environment,
            VirtualEnvironment = folder,
            Redactor = Redactor.ForText([.. Policy.OwnFormats, .. FormatCatalogue.All]),
            Values = KnownValues.In(environment, Registry?.Entries.Select(e => e.Name) ?? []),
            Governance = new TokenGovernance
            {
                Policy = Registry?.Compliance.TryGetValue("policy", out var named) == true ? named.Text : $"default token: {Words(Policy.DefaultToken)}",
                RegistryFile = Registry?.Source.Path ?? "",
                AuditEnabled = withAudit,
                VirtualEnv = hasPython ? "active" : "missing",
            },
            Revision = Revision(),
            Version = Product.Version,
            Audit = withAudit ? SessionAudit.For(this) : null,
            Voice = voice,
        };
    }

    /// <summary>The tokens of the environment held against the registry, and the summary of that as JSON.</summary>
    public string TokenSummary(string? session, out TokenEnvironment tokens)
    {
        var now = TimeProvider.System.GetUtcNow();
        tokens = TokenEnvironment.Of(Registry, Policy, EnvironmentOf(), now);
        var python = PythonEnvironment.Find(Files.Root, new Suite { Name = "", Kind = SuiteKind.Pytest }, VirtualEnvironment.FolderUnder(Policy));
        session ??= Environment.GetEnvironmentVariable(SessionEnvironment.SessionVariable) is { Length: > 0 } here
            ? here
            : LogFolders.SessionPrefix + now.ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture);
        using var summary = new MemoryStream();
        TokenEnvironmentJson.Write(tokens, session, now, python is not null, summary);
        return Encoding.UTF8.GetString(summary.GetBuffer(), 0, (int)summary.Length);
    }

    /// <summary>The environment of this process by name.</summary>
    public static Dictionary<string, string> EnvironmentOf()
    {
        var environment = new Dictionary<string, string>(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            environment[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        return environment;
    }

    private static string Words(DefaultTokenPolicy? policy) => policy switch
    {
        DefaultTokenPolicy.Forbid => "forbidden",
        DefaultTokenPolicy.ReadOnly => "read only",
        DefaultTokenPolicy.Allow => "allowed",
        _ => "least privilege",
    };

    private (string? Commit, string? Branch) Revision()
    {
        try
        {
            using var git = GitStart.Start(Files.Root, "rev-parse", "HEAD", "--abbrev-ref", "HEAD");
            git.StandardInput.Close();
            var errors = git.StandardError.ReadToEndAsync();
            var lines = git.StandardOutput.ReadToEnd().Split('\n');
            git.WaitForExit();
            _ = errors.GetAwaiter().GetResult();
            return git.ExitCode == 0 && lines is [var commit, var branch, ..] ? (commit, branch == "HEAD" ? "" : branch) : (null, null);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, null);
        }
    }
}
