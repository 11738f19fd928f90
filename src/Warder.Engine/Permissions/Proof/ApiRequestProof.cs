using Warder.Engine.Facts;
using Warder.Engine.Permissions.Values;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Proof;

/// <summary>What a request to the platform's API needs of the token that it sends.</summary>
internal static class ApiRequestProof
{
    private const string ThisRepository = "?the repository is this one";

    public static void Charge(StepProof step, ApiRequest request, PossibleValue holder, TextSpan place, string command)
    {
        if (holder.IsEmpty)
        {
            // Nobody signs the request.
            return;
        }

        var api = step.Job.Repository.Facts.Api;
        if (request.Query is { } query)
        {
            ChargeFields(step, api, query, holder, place, $"{command} graphql");
            return;
        }

        var subject = $"{command} {request.Method} {request.Path!.Replace(FactCondition.Hole, '…')}";
        if (Find(api, request.Method, request.Path) is { IsKnown: true } requirement)
        {
            Charge(step, requirement, holder, place, subject, IsElsewhere(request.Path) ? null : true);
        }
        else
        {
            step.Job.Ask(holder, step.Question("unknown-endpoint", place, subject, "which permission this request needs is not known"));
        }
    }

    /// <summary>Charges all that a requirement asks for.</summary>
    public static void Charge(StepProof step, ApiRequirement requirement, PossibleValue holder, TextSpan place, string subject, bool? holds)
    {
        foreach (var anyOf in requirement.AllOf)
        {
            if (anyOf[0].Permission != "metadata")
            {
                step.Job.Charge(holder, Requirement.Of(anyOf), holds, step.Reason(place, subject, requirement.Basis, holds is null ? ThisRepository : null));
            }
        }
    }

    private static ApiRequirement? Find(ApiFacts facts, string method, string path)
    {
        if (facts.FindPath(method, path) is { } found)
        {
            return found;
        }

        // One variable may hold owner and name together.
        var parts = path.Split('/').ToList();
        var at = parts.IndexOf("repos") + 1;
        if (at > 0 && at < parts.Count && parts[at] == FactCondition.Hole.ToString())
        {
            parts.Insert(at, FactCondition.Hole.ToString());
            return facts.FindPath(method, string.Join('/', parts));
        }

        return null;
    }

    /// <summary>Whether a path names a repository in full: most often another one, of which this token can only read what is public.</summary>
    private static bool IsElsewhere(string path)
    {
        var parts = path.Trim('/').Split('/');
        return parts is ["repos", var owner, var name, ..]
            && !owner.Contains(FactCondition.Hole, StringComparison.Ordinal)
            && !name.Contains(FactCondition.Hole, StringComparison.Ordinal)
            && owner[0] is not ('{' or ':');
    }

    /// <summary>Charges the fields of a query of the graph; asks of those that are not known, and where no name in it is.</summary>
    public static void ChargeFields(StepProof step, ApiFacts api, string query, PossibleValue holder, TextSpan place, string subject)
    {
        var known = api.FindFields(GraphFields.Find(query)).ToList();
        foreach (var (field, isSure) in known)
        {
            if (field.IsKnown)
            {
                Charge(step, field, holder, place, $"{subject} {field.Name}", isSure ? true : null);
            }
            else
            {
                step.Job.Ask(holder, step.Question("unknown-endpoint", place, $"{subject} {field.Name}", "which permission this call needs is not known"));
            }
        }

        if (known.Count == 0)
        {
            step.Job.Ask(holder, step.Question("graph-query", place, subject, "which permissions this query needs is not known"));
        }
    }
}
