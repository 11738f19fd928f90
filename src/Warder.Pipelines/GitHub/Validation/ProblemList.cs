using Warder.Syntax;

namespace Warder.Pipelines.GitHub.Validation;

/// <summary>Gathers the problems of one file; a place that aliases reach twice is told once.</summary>
internal sealed class ProblemList(SourceText source)
{
    private const int Most = 1_000;
    private List<PipelineProblem>? _problems;
    private HashSet<PipelineProblem>? _known;

    /// <summary>Adds a problem.</summary>
    public void Add(string message, TextSpan span)
    {
        _problems ??= [];
        _known ??= [];
        var problem = new PipelineProblem(message, span.End <= source.Text.Length ? span : default);
        if (_problems.Count < Most && _known.Add(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>The problems in the order of the text.</summary>
    public IReadOnlyList<PipelineProblem> ToList()
    {
        if (_problems is null)
        {
            return [];
        }

        return [.. _problems.OrderBy(problem => problem.Span.Start).ThenBy(problem => problem.Span.End)];
    }
}
