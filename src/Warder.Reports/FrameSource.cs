using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Syntax;

namespace Warder.Reports;

/// <summary>Gives the lines of a finding; where the audit kept none it reads the file again, each file once.</summary>
internal sealed class FrameSource
{
    private const int MaxLines = 3;
    private const int MaxColumns = 400;
    private readonly RepositoryFiles _files;
    private string? _path;
    private SourceText? _source;

    public FrameSource(Repository repository) => _files = repository.Files;

    /// <summary>The lines; null where there is no text.</summary>
    public CodeFrame? Of(Finding finding)
    {
        if (finding.Frame is { Lines.Count: > 0 })
        {
            return finding.Frame;
        }

        var location = finding.Location;
        if (!string.Equals(_path, location.Path, StringComparison.Ordinal))
        {
            _path = location.Path;
            _source = _files.Exists(location.Path) ? _files.Read(location.Path).Source : null;
        }

        return _source is null || _source.Text.Length == 0 || location.Start.Line > _source.Lines.LineCount
            ? null
            : Cut(_source, location);
    }

    /// <summary>The line that a finding starts on, without the space around it; empty where there is none.</summary>
    public string ContextOf(Finding finding)
    {
        var frame = Of(finding);
        var index = finding.Location.Start.Line - (frame?.FirstLine ?? 0);
        return frame is not null && index >= 0 && index < frame.Lines.Count ? frame.Lines[index].Trim() : "";
    }

    private static CodeFrame Cut(SourceText source, Location location)
    {
        var first = location.Start.Line;
        var last = Math.Clamp(location.End.Line, first, Math.Min(first + MaxLines - 1, source.Lines.LineCount));
        var lines = new string[last - first + 1];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = source.Lines.GetLine(first + i);
            lines[i] = source.GetText(new TextSpan(line.Start, Math.Min(line.Length, MaxColumns)));
        }

        return new CodeFrame(first, lines);
    }
}
