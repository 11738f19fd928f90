using System.CommandLine;
using Warder.Engine.Auditing;
using Warder.Engine.Registry;

namespace Warder.Cli.Rotation;

/// <summary>The repository that a command on rotation is about.</summary>
/// <param name="Audit">An audit of it, its findings not asked for.</param>
/// <param name="Registry">Its registry.</param>
internal sealed record RotationTarget(AuditResult Audit, TokenRegistry Registry)
{
    public string Root => Audit.Repository.Files.Root!;

    /// <summary>The option that names the repository.</summary>
    public static Option<string> Option() => new("--repository") { Description = "The repository, or a folder in it. Default: the current folder.", DefaultValueFactory = _ => ".", HelpName = "path" };

    /// <summary>Opens it; null, with the reason on standard error, where there is no repository or no readable registry.</summary>
    public static RotationTarget? Open(string path)
    {
        if (RepositoryFolder.Audit(path, new AuditRun { Rules = new HashSet<string>() }) is not { } audit || DiagnosticLines.Write([audit]) != ExitStatus.Clean)
        {
            return null;
        }

        if (audit.Repository.Registry is { IsReadable: true } registry)
        {
            return new RotationTarget(audit, registry);
        }

        Console.Error.WriteLine(audit.Repository.Registry is null
            ? $"warder: {path}: There is no registry, which says when tokens were replaced. 'warder init' writes one."
            : $"warder: {audit.Repository.Registry.Source.Path} cannot be read. 'warder registry check' says what is wrong with it.");
        return null;
    }
}
