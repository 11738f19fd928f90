using System.Text.Json;
using Warder.Engine.Exposure.Flow;
using Warder.Pipelines.GitHub.Expressions;

namespace Warder.Engine.Exposure.Reach;

/// <summary>Reads a condition with what is known before a run starts; what it does not know it leaves open.</summary>
/// <param name="contexts">What the value at a path of names is.</param>
/// <param name="succeeded">What <c>success()</c> says.</param>
/// <param name="isHome">Whether a name that is written out for the repository's own is taken to be it.</param>
internal sealed class RunCondition(Func<IReadOnlyList<string>, RunValue> contexts, bool? succeeded, bool isHome = false)
{
    /// <summary>What an expression comes to.</summary>
    public RunValue Read(ExpressionNode node) => node switch
    {
        ExpressionNode.Literal literal => new RunValue.Known(literal.Value),
        ExpressionNode.Context or ExpressionNode.Access => UntrustedContexts.PathOf(node) is { } path ? contexts(path) : RunValue.Any,
        ExpressionNode.Not not => RunValue.Of(!Read(not.Operand).Truth),
        ExpressionNode.Binary { Operator: "&&" } both => And(Read(both.Left), Read(both.Right)),
        ExpressionNode.Binary { Operator: "||" } either => Or(Read(either.Left), Read(either.Right)),
        ExpressionNode.Binary { Operator: "==" } equal => RunValue.Of(AreEqual(Read(equal.Left), Read(equal.Right))),
        ExpressionNode.Binary { Operator: "!=" } unequal => RunValue.Of(!AreEqual(Read(unequal.Left), Read(unequal.Right))),
        ExpressionNode.Call call => Call(call),
        _ => RunValue.Any,
    };

    private static RunValue And(RunValue left, RunValue right) => left.Truth switch
    {
        false => left,
        true => right,
        _ => right.Truth == false ? new RunValue.Unknown(false) : RunValue.Any,
    };

    private static RunValue Or(RunValue left, RunValue right) => left.Truth switch
    {
        true => left,
        false => right,
        _ => right.Truth == true ? new RunValue.Unknown(true) : RunValue.Any,
    };

    private RunValue Call(ExpressionNode.Call call)
    {
        switch (call.Name.ToLowerInvariant())
        {
            case "always":
                return new RunValue.Known(true);
            case "success":
                return RunValue.Of(succeeded);
            case "fromjson" when call.Arguments is [ExpressionNode.Literal { Value: string list }]:
                return ReadList(list);
            case "contains" when call.Arguments is [var whole, var part]:
                return RunValue.Of(Holds(Read(whole), Read(part)));
            case "startswith" when call.Arguments is [var whole, var part]:
                return RunValue.Of(Read(whole) is RunValue.Known { Value: string text } && Read(part) is RunValue.Known { Value: string start } ? text.StartsWith(start, StringComparison.OrdinalIgnoreCase) : null);
            default:
                return RunValue.Any;
        }
    }

    private static RunValue ReadList(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Array && document.RootElement.EnumerateArray().All(i => i.ValueKind == JsonValueKind.String)
                ? new RunValue.Listed([.. document.RootElement.EnumerateArray().Select(i => i.GetString()!)])
                : RunValue.Any;
        }
        catch (JsonException)
        {
            return RunValue.Any;
        }
    }

    private static bool? Holds(RunValue whole, RunValue part) => (whole, part) switch
    {
        (RunValue.Known { Value: string text }, RunValue.Known { Value: string sought }) => text.Contains(sought, StringComparison.OrdinalIgnoreCase),
        (RunValue.Listed list, RunValue.Known { Value: string sought }) => list.Texts.Contains(sought, StringComparer.OrdinalIgnoreCase),
        (RunValue.Listed list, RunValue.OneOf several) => Agreed(several.Texts.Select(t => list.Texts.Contains(t, StringComparer.OrdinalIgnoreCase))),

        // A list that a condition writes out names repositories and people that its writer trusts.
        (RunValue.Listed, RunValue.Named { IsOwn: false }) => false,
        (RunValue.Known { Value: null }, _) => false,
        _ => null,
    };

    private bool? AreEqual(RunValue left, RunValue right) => (left, right) switch
    {
        (RunValue.Named { IsOwn: true }, RunValue.Known { Value: string }) or (RunValue.Known { Value: string }, RunValue.Named { IsOwn: true }) when isHome => true,
        (RunValue.Known a, RunValue.Known b) => AreEqual(a.Value, b.Value),
        (RunValue.Named a, RunValue.Named b) when a.Part == b.Part => a.IsOwn != b.IsOwn ? false : a.IsOwn ? true : null,
        (RunValue.Named { IsOwn: false }, RunValue.Known) or (RunValue.Known, RunValue.Named { IsOwn: false }) => false,
        (RunValue.Named, RunValue.Known { Value: null }) or (RunValue.Known { Value: null }, RunValue.Named) => false,
        (RunValue.OneOf several, RunValue.Known { Value: string text }) => Agreed(several.Texts.Select(t => t.Equals(text, StringComparison.OrdinalIgnoreCase))),
        (RunValue.Known { Value: string text }, RunValue.OneOf several) => Agreed(several.Texts.Select(t => t.Equals(text, StringComparison.OrdinalIgnoreCase))),
        _ => null,
    };

    // Of different kinds, both sides become numbers; a text that is none equals nothing.
    private static bool? AreEqual(object? left, object? right) => (left, right) switch
    {
        (string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase),
        _ when NumberOf(left) is var a && NumberOf(right) is var b => a.Equals(b) && !double.IsNaN(a),
        _ => null,
    };

    private static double NumberOf(object? value) => value switch
    {
        null or false or "" => 0,
        true => 1,
        double number => number,
        string text when double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        _ => double.NaN,
    };

    private static bool? Agreed(IEnumerable<bool> answers)
    {
        bool? first = null;
        foreach (var answer in answers)
        {
            if (first is { } known && known != answer)
            {
                return null;
            }

            first = answer;
        }

        return first;
    }
}
