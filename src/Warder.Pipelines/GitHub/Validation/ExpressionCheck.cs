using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Validation;

/// <summary>Looks for contexts and functions that an expression may not use where it stands.</summary>
internal sealed class ExpressionCheck(SyntaxSchema schema, ProblemList found) : ExpressionWalker
{
    private YamlScalar? _scalar;
    private Availability? _available;
    private Spot _spot;

    /// <summary>Checks one expression.</summary>
    public void Check(ExpressionNode root, YamlScalar scalar, Availability? available, Spot spot)
    {
        _scalar = scalar;
        _available = available;
        _spot = spot;
        Visit(root);
    }

    /// <inheritdoc/>
    protected override void VisitContext(ExpressionNode.Context context)
    {
        if (schema.Contexts.TryGetValue(context.Name, out var bit))
        {
            if (_available is not null && (_available.Contexts & bit) == 0)
            {
                Report($"'{context.Name}' is not available in {_spot.Name}; available are {_available.Names}", context.Span);
            }

            return;
        }

        var nearest = NearMiss.Find(context.Name, schema.Contexts.Keys);
        Report(
            nearest is null ? $"unknown name '{context.Name}'; text is written in single quotes" : $"unknown name '{context.Name}'; did you mean '{nearest}'?",
            context.Span);
    }

    /// <inheritdoc/>
    protected override void VisitCall(ExpressionNode.Call call)
    {
        if (!schema.Functions.TryGetValue(call.Name, out var function))
        {
            var nearest = NearMiss.Find(call.Name, schema.Functions.Keys);
            Report(
                nearest is null ? $"unknown function '{call.Name}'" : $"unknown function '{call.Name}'; did you mean '{nearest}'?", call.NameSpan);
        }
        else if (function.Bit != 0 && _available is not null && (_available.Functions & function.Bit) == 0)
        {
            Report($"'{function.Name}()' is not available in {_spot.Name}", call.NameSpan);
        }
        else
        {
            CheckArguments(call, function);
        }

        base.VisitCall(call);
    }

    private void CheckArguments(ExpressionNode.Call call, ExpressionFunction function)
    {
        var count = call.Arguments.Count;
        if (count < function.Minimum || count > function.Maximum)
        {
            var expected = function.Minimum == function.Maximum ? $"{function.Minimum}"
                : count < function.Minimum ? $"at least {function.Minimum}" : $"at most {function.Maximum}";
            Report($"'{function.Name}' takes {expected} argument{(expected is "1" or "at least 1" ? "" : "s")}, not {count}", call.Span);
        }
        else if (count % 2 == 0 && function.Name is "case")
        {
            Report("'case' takes pairs of a condition and a value, and one more value for the rest", call.Span);
        }
    }

    private void Report(string message, TextSpan span) => found.Add(message, _scalar!.ToSourceSpan(span));
}
