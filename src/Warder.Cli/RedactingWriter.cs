using System.Text;
using Warder.Engine.Exposure.Redaction;

namespace Warder.Cli;

/// <summary>Writes messages with every token value hidden, each at once.</summary>
internal sealed class RedactingWriter : TextWriter
{
    private readonly TextWriter _inner;

    public RedactingWriter(TextWriter inner) => _inner = inner;

    /// <inheritdoc/>
    public override Encoding Encoding => _inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => _inner.Write(value);

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        if (value is not null)
        {
            _inner.Write(Redactor.Known.Redact(value));
        }
    }

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        Write(value);
        _inner.WriteLine();
    }

    /// <inheritdoc/>
    public override void Flush() => _inner.Flush();
}
