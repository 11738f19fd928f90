using Warder.Engine.Auditing;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax.Shell;

namespace Warder.Engine.Exposure.Flow;

/// <summary>Finds commands that download a package and run it: <c>npx x</c>, <c>uvx x</c>, where no version is fixed.</summary>
internal static class DownloadedProgram
{
    private const string Manifest = "package.json";
    private static readonly string[] Runners = ["pnpm dlx", "yarn dlx", "pnpx", "npx", "bunx", "uvx", "uv tool run", "pipx run"];
    private static readonly string[] MayBeLocal = ["npx", "bunx"];
    private static readonly string[] Named = ["--package", "-p", "--from", "--spec"];
    private static readonly string[] WithValue = ["--with", "--python", "--index-url", "--registry", "--cache", "--pip-args"];

    /// <summary>The command with the package, for a sentence; null where a step runs none.</summary>
    /// <param name="context">The workflow.</param>
    /// <param name="before">The steps that ran before.</param>
    /// <param name="step">The step.</param>
    public static string? In(PipelineContext context, IEnumerable<RunningStep> before, Step step)
    {
        foreach (var runner in Runners)
        {
            foreach (var command in StepCommands.Find(step, runner))
            {
                if (PackageOf(command, runner.Split(' ')) is { } package && !IsFixed(package) && !(MayBeLocal.Contains(runner, StringComparer.Ordinal) && IsInstalled(context, before, step, package)))
                {
                    return $"{runner} {package}";
                }
            }
        }

        return null;
    }

    /// <summary>The package that a command runs; null where it is a file, an address, or computed.</summary>
    private static string? PackageOf(ShellCommand command, string[] runner)
    {
        var at = 0;
        while (command.Words[at].Literal != runner[0])
        {
            at++;
        }

        for (at += runner.Length; at < command.Words.Count; at++)
        {
            if (command.Words[at].Literal is not { Length: > 0 } word)
            {
                return null;
            }

            if (!word.StartsWith('-'))
            {
                return IsPackage(word) ? word : null;
            }

            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var option = equals < 0 ? word : word[..equals];
            if (Named.Contains(option, StringComparer.Ordinal))
            {
                var value = equals < 0 ? at + 1 < command.Words.Count ? command.Words[at + 1].Literal : null : word[(equals + 1)..];
                return value is not null && IsPackage(value) ? value : null;
            }

            if (option is "--help" or "--version" or "--no-install" or "--offline" or "--generate-shell-completion")
            {
                return null;
            }

            at += equals < 0 && WithValue.Contains(option, StringComparer.Ordinal) ? 1 : 0;
        }

        return null;
    }

    private static bool IsPackage(string word) =>
        word is ['@', ..] || (word.Length > 0 && char.IsAsciiLetterOrDigit(word[0]) && !word.Contains('/', StringComparison.Ordinal) && !word.Contains(':', StringComparison.Ordinal));

    /// <summary>Whether the version is one that cannot be replaced: <c>x@1.2.3</c>, <c>x==1.2.3</c>.</summary>
    private static bool IsFixed(string package)
    {
        var at = Math.Max(package.LastIndexOf('@'), package.LastIndexOf('='));
        return at > 0 && package[(at + 1)..].Split('.') is { Length: >= 3 } parts && parts.Take(2).All(p => p.Length > 0 && p.All(char.IsAsciiDigit)) && parts[2] is [>= '0' and <= '9', ..];
    }

    /// <summary>Whether a program of the repository's own dependencies runs, whose versions its lock file fixes.</summary>
    private static bool IsInstalled(PipelineContext context, IEnumerable<RunningStep> before, Step step, string package) =>
        DependencyScripts.IsInstall(step) || before.Any(s => DependencyScripts.IsInstall(s.Step))
        || context.Repository.LocalScripts.Text(Manifest)?.Contains($"\"{package}\"", StringComparison.Ordinal) == true;
}
