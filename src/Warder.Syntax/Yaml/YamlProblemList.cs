namespace Warder.Syntax.Yaml;

/// <summary>Gathers problems up to the limit and gives them in the order of the text.</summary>
internal sealed class YamlProblemList
{
    private List<YamlProblem>? _problems;

    public void Add(YamlProblemKind kind, string message, TextSpan span)
    {
        _problems ??= [];
        if (_problems.Count >= YamlLimits.MaxProblems)
        {
            if (kind is not (YamlProblemKind.Syntax or YamlProblemKind.TooDeep or YamlProblemKind.TooLarge))
            {
                return;
            }

            _problems.RemoveAt(_problems.Count - 1);
        }

        _problems.Add(new YamlProblem(kind, message, span));
    }

    public IReadOnlyList<YamlProblem> ToSorted()
    {
        if (_problems is null)
        {
            return [];
        }

        _problems.Sort(static (left, right) =>
        {
            var byPlace = left.Span.Start.CompareTo(right.Span.Start);
            return byPlace != 0 ? byPlace : left.Kind.CompareTo(right.Kind);
        });
        return _problems;
    }

    /// <summary>A name from the text in single quotes, cut short and without control characters.</summary>
    public static string Quote(string name)
    {
        const int Longest = 60;
        return string.Create(Math.Min(name.Length, Longest) + 2, name, static (target, name) =>
        {
            target[0] = target[^1] = '\'';
            for (var i = 1; i < target.Length - 1; i++)
            {
                var unit = name[i - 1];
                target[i] = char.IsControl(unit) || char.IsSurrogate(unit) ? '?' : unit;
            }

            if (name.Length > Longest)
            {
                target[^2] = '\u2026';
            }
        });
    }

    /// <summary>A parser's message without the places it starts with.</summary>
    public static string WithoutPlace(string message)
    {
        var place = message.LastIndexOf("): ", StringComparison.Ordinal);
        return place < 0 ? message : message[(place + 3)..];
    }
}
