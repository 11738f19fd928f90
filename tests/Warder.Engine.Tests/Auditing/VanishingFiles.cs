using Warder.Engine.Auditing;
using Warder.Syntax;

namespace Warder.Engine.Tests.Auditing;

/// <summary>Files of which one makes the reader fall over.</summary>
internal sealed class VanishingFiles(RepositoryFiles inner, string path) : RepositoryFiles
{
    public override string Name => inner.Name;

    public override string? Root => inner.Root;

    public override IReadOnlyList<string> Paths => inner.Paths;

    public override bool Exists(string path) => inner.Exists(path);

    public override DecodedText Read(string asked) => asked == path ? throw new InvalidDataException("no such thing") : inner.Read(asked);
}
