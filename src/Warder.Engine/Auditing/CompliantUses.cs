using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>Finds the uses that are as the registry wants them.</summary>
public static class CompliantUses
{
    /// <summary>
    /// The written uses of registered tokens, scripts and documents included, that no finding of severity error or critical
    /// touches; a hidden finding is tolerated, which is not compliant. In the order of the audit.
    /// </summary>
    public static IReadOnlyList<CompliantUse> Of(AuditResult result)
    {
        if (result.Repository.Registry is not { } registry || result.Uses.Count == 0)
        {
            return [];
        }

        var touched = TouchedPlaces(result);
        var compliant = new List<CompliantUse>();
        foreach (var use in result.Uses)
        {
            if (IsWritten(use)
                && registry.Find(use.Token) is { Status: TokenStatus.Registered } entry
                && !(touched.TryGetValue(use.Path, out var places) && Touches(places, use)))
            {
                compliant.Add(new CompliantUse(use, entry));
            }
        }

        return compliant;
    }

    private static bool IsWritten(TokenUse use) =>
        use.Explicit || use.Scope is UseScope.ScriptFile or UseScope.Document or UseScope.Configuration;

    private static bool Touches(List<(TextSpan Span, string? Token)> places, TokenUse use)
    {
        foreach (var (span, token) in places)
        {
            if ((span.Overlaps(use.Span) || span.Start == use.Span.Start)
                && (token is null || string.Equals(token, use.Token.Name, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, List<(TextSpan Span, string? Token)>> TouchedPlaces(AuditResult result)
    {
        var places = new Dictionary<string, List<(TextSpan Span, string? Token)>>(StringComparer.Ordinal);
        foreach (var finding in result.Findings)
        {
            Add(places, finding);
        }

        foreach (var suppressed in result.Suppressed)
        {
            Add(places, suppressed.Finding);
        }

        return places;
    }

    private static void Add(Dictionary<string, List<(TextSpan Span, string? Token)>> places, Finding finding)
    {
        if (finding.Severity < Severity.Error)
        {
            return;
        }

        AddPlace(places, finding.Location, finding.Token);
        foreach (var related in finding.Related)
        {
            // A related place tells of another thing unless the token is the same.
            if (finding.Token is not null)
            {
                AddPlace(places, related.Location, finding.Token);
            }
        }
    }

    private static void AddPlace(Dictionary<string, List<(TextSpan Span, string? Token)>> places, Location location, string? token)
    {
        if (!places.TryGetValue(location.Path, out var list))
        {
            places[location.Path] = list = [];
        }

        list.Add((location.Span, token));
    }
}
