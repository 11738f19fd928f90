using Warder.Engine.Auditing;
using Warder.Syntax;

namespace Warder.Engine.Tests.Auditing.Caching;

/// <summary>Files of which one cannot be read for a while.</summary>
internal sealed class LockedFiles(RepositoryFiles files) : RepositoryFiles
{
    public string? Locked { get; set; }

    public override string Name => files.Name;

    public override string? Root => files.Root;

    public override IReadOnlyList<string> Paths => files.Paths;

    public override bool Exists(string path) => files.Exists(path);

    public override string? VersionOf(string path) => files.VersionOf(path);

    public override DecodedText Read(string path) => path == Locked ? new DecodedText(Source: null, "Permission denied.", "unreadable-file") : files.Read(path);
}
