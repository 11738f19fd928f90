using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Warder.Reports.Templates;

/// <summary>The pieces that templates take in by name: those that the user has, else Warder's own.</summary>
/// <param name="find">The text of a piece; null where there is none.</param>
internal sealed class TemplateParts(Func<string, string?> find) : IFileProvider
{
    /// <inheritdoc/>
    public IFileInfo GetFileInfo(string subpath)
    {
        var name = subpath.EndsWith(".liquid", StringComparison.Ordinal) ? subpath[..^".liquid".Length] : subpath;
        return new Part(name, find(name));
    }

    /// <inheritdoc/>
    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    /// <inheritdoc/>
    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class Part(string name, string? text) : IFileInfo
    {
        private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text ?? "");

        public bool Exists => text is not null;

        public bool IsDirectory => false;

        // Pieces do not change while a template is rendered.
        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public long Length => _bytes.Length;

        public string Name => name;

        public string? PhysicalPath => null;

        public Stream CreateReadStream() => new MemoryStream(_bytes, writable: false);
    }
}
