using Warder.Engine.Findings;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>The files of a repository; paths are relative with <c>/</c> on every system.</summary>
public abstract class RepositoryFiles
{
    /// <summary>What people call it: the folder's name.</summary>
    public abstract string Name { get; }

    /// <summary>The folder on disk; null for one in memory.</summary>
    public abstract string? Root { get; }

    /// <summary>All paths that an audit may look at, sorted ordinally; links and ignored folders are left out.</summary>
    public abstract IReadOnlyList<string> Paths { get; }

    /// <summary>What could not be listed.</summary>
    public virtual IReadOnlyList<Diagnostic> Problems => [];

    /// <summary>Whether a file of this path is there.</summary>
    public abstract bool Exists(string path);

    /// <summary>What names the content of a file, the same name for the same content; null where that is not known.</summary>
    public virtual string? VersionOf(string path) => null;

    /// <summary>Reads and decodes a file.</summary>
    public abstract DecodedText Read(string path);

    /// <summary>Reads and decodes a file; one that at a glance holds nothing of interest may be <see cref="DecodedText.PassedOver"/>.</summary>
    public virtual DecodedText Read(string path, TextGlance glance) => Read(path);
}
