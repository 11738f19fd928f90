using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Validation;

/// <summary>Holds a scalar and the expressions in it against the place where it stands.</summary>
internal sealed class ScalarChecker(SyntaxSchema schema, GitHubExpressions expressions, ProblemList found)
{
    private readonly ExpressionCheck _check = new(schema, found);

    /// <summary>Checks a value.</summary>
    public void Check(YamlScalar scalar, Place place, Spot spot, Availability? available)
    {
        if (GitHubExpressions.IsTemplate(scalar.Value))
        {
            CheckTemplate(scalar, spot, available);
        }
        else if (place.Takes(PlaceForms.Condition))
        {
            CheckExpressions(scalar, expressions.InCondition(scalar), available, spot, isBare: true);
        }
        else if (!place.TakesAnyText)
        {
            CheckLiteral(scalar, place, spot);
        }
    }

    /// <summary>Checks a key that is computed.</summary>
    public void CheckKey(YamlScalar key, Availability? available)
    {
        var parts = expressions.In(key);
        var isInsert = parts.Count == 1
            && key.Value.AsSpan(parts[0].Place.Inner.Start, parts[0].Place.Inner.Length).Trim() is "insert";
        if (!isInsert || available is null)
        {
            CheckTemplate(key, new Spot(key, key), available);
        }
    }

    private void CheckTemplate(YamlScalar scalar, Spot spot, Availability? available)
    {
        var parts = expressions.In(scalar);
        if (available is null)
        {
            found.Add($"expressions are not allowed in {spot.Name}", scalar.ToSourceSpan(parts[0].Place.Outer));
            return;
        }

        CheckExpressions(scalar, parts, available, spot, isBare: false);
    }

    private void CheckExpressions(
        YamlScalar scalar,
        IReadOnlyList<(EmbeddedExpression Place, ExpressionResult Result)> parts,
        Availability? available,
        Spot spot,
        bool isBare)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var result = parts[i].Result;
            if (result.Root is null)
            {
                var span = result.ProblemSpan.Length > 0 || isBare ? result.ProblemSpan : parts[i].Place.Outer;
                found.Add(result.Problem ?? "this is not an expression", scalar.ToSourceSpan(span));
                continue;
            }

            _check.Check(result.Root, scalar, available, spot);
        }
    }

    private void CheckLiteral(YamlScalar scalar, Place place, Spot spot)
    {
        if (Matches(scalar, place))
        {
            CheckMeaning(scalar, place);
            return;
        }

        var span = scalar.Span.Length > 0 ? scalar.Span : spot.At.Span;
        var name = spot.Name;
        if (IsEmpty(scalar))
        {
            found.Add($"{name} is empty; expected {Expectation.Of(place)}", span);
            return;
        }

        if (place.Words is null)
        {
            found.Add($"{name} must be {Expectation.Of(place)}, not '{Shorten(scalar.Value)}'", span);
            return;
        }

        var nearest = NearMiss.Find(scalar.Value, place.Words);
        if (nearest is not null)
        {
            found.Add($"'{Shorten(scalar.Value)}' is not known in {name}; did you mean '{nearest}'?", span);
        }
        else if (!place.IsOpen || !IsWord(scalar.Value))
        {
            found.Add($"{name} must be {Expectation.Of(place)}, not '{Shorten(scalar.Value)}'", span);
        }
    }

    private static bool Matches(YamlScalar scalar, Place place)
    {
        if (place.Words is not null && Array.IndexOf(place.Words, scalar.Value) >= 0)
        {
            return true;
        }

        return (place.Takes(PlaceForms.Filled) && !IsEmpty(scalar))
            || (place.Takes(PlaceForms.Empty) && IsEmpty(scalar))
            || (place.Takes(PlaceForms.Flag) && scalar.Kind == YamlScalarKind.Boolean)
            || (place.Takes(PlaceForms.Number) && scalar.Kind == YamlScalarKind.Number);
    }

    private static bool IsEmpty(YamlScalar scalar) =>
        scalar.Value.Length <= "null".Length && (scalar.Value.Length == 0 || scalar.Kind == YamlScalarKind.Null);

    private void CheckMeaning(YamlScalar scalar, Place place)
    {
        switch (place.Check)
        {
            case PlaceCheck.Id when Identifier.Problem(scalar.Value) is { } problem:
                found.Add(problem, scalar.Span);
                break;
            case PlaceCheck.Cron when CronSchedule.Problem(scalar.Value) is { } problem:
                found.Add(problem, scalar.Span);
                break;
            case PlaceCheck.Uses when UsesReference.ProblemOfStep(scalar.Value) is { } problem:
                found.Add(problem, scalar.Span);
                break;
            case PlaceCheck.WorkflowUses when UsesReference.ProblemOfJob(scalar.Value) is { } problem:
                found.Add(problem, scalar.Span);
                break;
        }
    }

    private static bool IsWord(string value)
    {
        foreach (var c in value)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not '_')
            {
                return false;
            }
        }

        return char.IsAsciiLetter(value[0]);
    }

    private static string Shorten(string value)
    {
        var line = value.AsSpan().IndexOfAny('\n', '\r');
        var end = line >= 0 ? line : value.Length;
        return end > 60 ? string.Concat(value.AsSpan(0, 60), "…") : value[..end];
    }
}
