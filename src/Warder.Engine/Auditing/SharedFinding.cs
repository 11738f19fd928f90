using Warder.Engine.Findings;

namespace Warder.Engine.Auditing;

/// <summary>A finding of lines that stand once in the file and that several jobs use.</summary>
/// <param name="index">Its place among the file's findings.</param>
/// <param name="job">The first of the jobs, whose finding it is.</param>
/// <param name="message">What is said of that one.</param>
internal sealed class SharedFinding(int index, string job, string message)
{
    private const int MaxNamed = 3;
    private readonly List<string> _others = [];

    /// <summary>Its place among the file's findings.</summary>
    public int Index { get; } = index;

    /// <summary>The finding when one more job has it: as bad and as sure as the worst of them.</summary>
    public Finding With(Finding finding, string other, Severity severity, Confidence confidence, Persona? persona)
    {
        if (!string.Equals(other, job, StringComparison.Ordinal) && !_others.Contains(other, StringComparer.Ordinal))
        {
            _others.Add(other);
        }

        return finding with
        {
            Message = _others.Count == 0 ? message : $"{message}; {Words()}",
            Severity = severity > finding.Severity ? severity : finding.Severity,
            Confidence = confidence > finding.Confidence ? confidence : finding.Confidence,

            // None of its own is that of the rule, which is never for fewer people.
            OtherPersona = finding.OtherPersona is { } known && persona is { } own ? (own < known ? own : known) : null,
        };
    }

    private string Words()
    {
        var more = _others.Count > MaxNamed ? $" and {_others.Count - MaxNamed} more" : "";
        return $"{(_others.Count == 1 ? "one more job shares" : $"{_others.Count} more jobs share")} these lines: {string.Join(", ", _others.Take(MaxNamed))}{more}";
    }
}
