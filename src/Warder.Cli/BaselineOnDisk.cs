using Warder.Engine.Auditing;

namespace Warder.Cli;

/// <summary>A repository audited without its baseline, and where the baseline lies.</summary>
/// <param name="Files">The repository.</param>
/// <param name="Result">What was found.</param>
/// <param name="Path">The baseline, relative to the repository.</param>
internal sealed record BaselineOnDisk(RepositoryFiles Files, AuditResult Result, string Path)
{
    /// <summary>Whether there is a baseline.</summary>
    public bool Exists => File.Exists(FullPath);

    private string FullPath => System.IO.Path.Combine(Files.Root!, Path);

    /// <summary>Audits; null, with the reason on standard error, where that cannot be done whole.</summary>
    public static BaselineOnDisk? Open(string path)
    {
        if (!RepositoryFolder.IsThere(path))
        {
            return null;
        }

        var results = new AuditRun { UseBaseline = false }.Run([AuditTargets.RootOf(path)]);
        if (results is not [{ Repository.Files.Root: not null } result])
        {
            Console.Error.WriteLine($"warder: {path} is not one repository; a baseline belongs to one.");
            return null;
        }

        if (DiagnosticLines.Write(results) != ExitStatus.Clean)
        {
            return null;
        }

        return new BaselineOnDisk(result.Repository.Files, result, result.Repository.Policy.BaselinePath ?? Baseline.DefaultPath);
    }

    /// <summary>What `warder scan --accept` wrote: values in files that an audit does not read, which it cannot miss either.</summary>
    public static IEnumerable<BaselineEntry> OfScans(Baseline old, Baseline found) =>
        old.Entries.Where(e => e.Rule == "token-value" && !found.Entries.Any(f => f.Fingerprint == e.Fingerprint));

    /// <summary>Writes the baseline whole or not at all.</summary>
    public void Write(Baseline baseline) => OutputFile.WriteInside(Files.Root!, Path, baseline.Write);
}
