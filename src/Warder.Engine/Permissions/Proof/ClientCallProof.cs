using Warder.Engine.Facts;
using Warder.Engine.Permissions.Values;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Proof;

/// <summary>What calls of the platform's client library need.</summary>
internal static class ClientCallProof
{
    /// <summary>Charges the calls; false where there are none, or the client goes where it is not followed.</summary>
    public static bool Charge(StepProof step, PossibleValue holder, ClientCalls calls, Func<int, TextSpan> place)
    {
        var api = step.Job.Repository.Facts.Api;
        foreach (var (group, operation, offset) in calls.Operations)
        {
            Charge(step, holder, api.FindOperation(group, operation), $"{group}.{operation}", place(offset));
        }

        foreach (var (route, offset) in calls.Requests)
        {
            var parts = route.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
            var (method, path) = parts is [var verb, var rest] ? (verb, rest) : ("GET", route);
            Charge(step, holder, route.Length == 0 ? null : api.FindPath(method, Unfilled(path)), route.Length == 0 ? "a computed request" : route, place(offset));
        }

        foreach (var (query, offset) in calls.Queries)
        {
            ApiRequestProof.ChargeFields(step, api, query, holder, place(offset), "graphql");
        }

        return calls.Count > 0 && !calls.HandsOn;
    }

    private static void Charge(StepProof step, PossibleValue holder, ApiRequirement? requirement, string name, TextSpan place)
    {
        if (requirement is { IsKnown: true })
        {
            ApiRequestProof.Charge(step, requirement, holder, place, name, holds: true);
        }
        else
        {
            step.Job.Ask(holder, step.Question("unknown-endpoint", place, name, "which permission this call needs is not known"));
        }
    }

    // `/repos/${owner}/${repo}/issues` as a template with holes.
    private static string Unfilled(string path)
    {
        var parts = path.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = parts[i].Contains("${", StringComparison.Ordinal) ? FactCondition.Hole.ToString() : parts[i];
        }

        return string.Join('/', parts);
    }
}
