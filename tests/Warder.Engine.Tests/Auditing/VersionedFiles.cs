using Warder.Engine.Auditing;
using Warder.Syntax;

namespace Warder.Engine.Tests.Auditing;

/// <summary>Files of which the version is known: here, the text.</summary>
internal sealed class VersionedFiles(RepositoryFiles files) : RepositoryFiles
{
    public override string Name => files.Name;

    public override string? Root => null;

    public override IReadOnlyList<string> Paths => files.Paths;

    public override bool Exists(string path) => files.Exists(path);

    public override string? VersionOf(string path) => files.Exists(path) ? files.Read(path).Source?.Text : null;

    public override DecodedText Read(string path) => files.Read(path);
}
