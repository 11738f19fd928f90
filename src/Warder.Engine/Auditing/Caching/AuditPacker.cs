using Warder.Engine.Exposure.Scanning;
using Warder.Engine.Exposure.Redaction;
using Warder.Engine.Policy;

namespace Warder.Engine.Auditing.Caching;

/// <summary>Packs what was found in files, one after the other.</summary>
internal sealed class AuditPacker
{
    private readonly CacheWriter _writer = new();
    private readonly Redactor _redactor;

    public AuditPacker(AuditPolicy policy) => _redactor = ValueScanner.RedactorFor(policy);

    /// <summary>Packs one, until the next is packed; nothing where it cannot be kept, or where a line that it shows holds the value of a token.</summary>
    public ReadOnlyMemory<byte> Pack(FileAudit audit)
    {
        _writer.Clear();
        return FileAuditFormat.TryWrite(_writer, audit) && IsFreeOfValues(_writer.Texts) ? _writer.Written : ReadOnlyMemory<byte>.Empty;
    }

    /// <summary>Whether no text holds the value of a token.</summary>
    public bool IsFreeOfValues(IEnumerable<string> texts)
    {
        // In one text, since a value may go over several lines.
        var all = string.Join('\n', texts);
        return string.Equals(_redactor.Redact(all), all, StringComparison.Ordinal);
    }
}
