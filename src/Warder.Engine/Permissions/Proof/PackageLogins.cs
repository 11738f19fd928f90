using Warder.Engine.Permissions.Commands;
using Warder.Engine.Permissions.Values;

namespace Warder.Engine.Permissions.Proof;

/// <summary>
/// The credential of the platform's npm registry: what a step writes into an npm configuration,
/// <c>//npm.pkg.github.com/:_authToken=…</c>, and the variables that a configuration of the repository names.
/// </summary>
internal static class PackageLogins
{
    private const string Host = "npm.pkg.github.com";
    private static readonly string[] Keys = ["_authToken", "npmAuthToken"];
    private static readonly string[] Files = [".npmrc", ".yarnrc.yml"];

    /// <summary>Whether a command only writes the configuration of a package manager.</summary>
    public static bool Writes(CommandLine line) => line is { Program: "npm" or "pnpm" or "yarn", Verb: "config" or "set" };

    /// <summary>Notes what a script writes into a configuration.</summary>
    public static void Note(StepProof step, ShellVariables variables, string text)
    {
        if (!Speaks(text))
        {
            return;
        }

        foreach (var line in text.Split('\n').Where(l => Speaks(l) && MayBePlatform(l)))
        {
            step.Job.PackageVariables.AddRange(Names(line));
            Add(step.Job, ValueReader.Read(line, step.Scope, step.Variables));
            foreach (var name in Names(line))
            {
                Add(step.Job, variables.Find(name) ?? PossibleValue.Empty);
            }
        }
    }

    /// <summary>The variables from which a package manager of the job may read its credential.</summary>
    public static IEnumerable<string> VariablesOf(JobProof job)
    {
        foreach (var file in Files)
        {
            foreach (var line in (job.Repository.LocalScripts.Text(file) ?? "").Split('\n').Where(l => Speaks(l) && MayBePlatform(l)))
            {
                foreach (var name in Names(line))
                {
                    yield return name;
                }
            }
        }

        foreach (var name in job.PackageVariables)
        {
            yield return name;
        }
    }

    private static void Add(JobProof job, PossibleValue value)
    {
        if (value.Tokens.Count > 0 || value.IsFromOutside)
        {
            job.Packages = job.Packages.IsEmpty ? value : PossibleValue.Either(job.Packages, value);
        }
    }

    private static bool Speaks(string text) => Array.Exists(Keys, k => text.Contains(k, StringComparison.Ordinal));

    /// <summary>Whether a line names the platform's registry, or none that stands there to be read.</summary>
    private static bool MayBePlatform(string line)
    {
        var at = line.IndexOf("//", StringComparison.Ordinal);
        if (at < 0 || line.Contains(Host, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var rest = line[(at + 2)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return (slash < 0 ? rest : rest[..slash]).Contains('$', StringComparison.Ordinal);
    }

    /// <summary>Variables as a shell or a configuration names them: <c>$X</c>, <c>${X}</c>, <c>$env:X</c>.</summary>
    private static IEnumerable<string> Names(string line)
    {
        for (var at = line.IndexOf('$', StringComparison.Ordinal); at >= 0; at = line.IndexOf('$', at + 1))
        {
            var start = at + 1;
            start += line.AsSpan(start).StartsWith("{") ? 1 : 0;
            start += line.AsSpan(start).StartsWith("env:", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
            var end = start;
            while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || line[end] == '_'))
            {
                end++;
            }

            if (end > start)
            {
                yield return line[start..end];
            }
        }
    }
}
