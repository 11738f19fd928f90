using System.Globalization;
using Warder.Engine.Exposure;
using Warder.Engine.Exposure.Formats;
using Warder.Engine.Policy;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Sessions.Tokens;

/// <summary>The tokens of an environment held against the registry.</summary>
public sealed class TokenEnvironment
{
    private const string ProhibitedRole = "prohibited";
    private static readonly string[] DefaultTokenNames = [TokenReference.DefaultTokenName, "GH_TOKEN"];

    private TokenEnvironment()
    {
    }

    /// <summary>All tokens of the registry in its order; the default token too, where it is set and not registered.</summary>
    public required IReadOnlyList<TokenState> Tokens { get; init; }

    /// <summary>The token of the hierarchy that counts: the first of it that is there; null where none is.</summary>
    public TokenState? Leading { get; private init; }

    /// <summary>The leading token's role in the hierarchy.</summary>
    public string? LeadingRole { get; private init; }

    /// <summary>Whether there is a registry.</summary>
    public required bool HasRegistry { get; init; }

    /// <summary><c>compliant</c>, <c>violation</c> or <c>missing</c>.</summary>
    public string Compliance =>
        Tokens.Any(t => t.Problems.Any(p => p.IsViolation)) ? "violation" : Leading is null && !HasOther ? "missing" : "compliant";

    /// <summary>In a few words which token the automation goes by.</summary>
    public string GitHubStatus => (Leading, Tokens.FirstOrDefault(t => t is { IsPresent: true, Status: TokenStatus.Prohibited })) switch
    {
        ({ } leading, _) => $"{leading.Name} ({LeadingRole} - {(leading.Problems.Any(p => p.IsViolation) ? "violation" : "compliant")})",
        (null, { } prohibited) => $"{prohibited.Name} (policy violation)",
        _ => HasOther ? "No token of the hierarchy is set" : "No tokens are set",
    };

    private bool HasOther => Tokens.Any(t => t is { IsPresent: true, Status: not TokenStatus.Prohibited });

    /// <summary>Looks at the tokens.</summary>
    /// <param name="registry">The registry; null where there is none.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="now">The time, by which ends of life are judged.</param>
    public static TokenEnvironment Of(TokenRegistry? registry, AuditPolicy policy, IReadOnlyDictionary<string, string> environment, DateTimeOffset now)
    {
        var links = registry?.Hierarchy ?? [];
        var entries = (registry?.Entries ?? []).DistinctBy(e => e.Name, StringComparer.OrdinalIgnoreCase).Select(e => registry!.Find(e.Name) ?? e).ToList();
        var states = new List<TokenState>(entries.Count);
        foreach (var entry in entries)
        {
            string[] roles = [.. links.Where(l => l.Token.Equals(entry.Name, StringComparison.OrdinalIgnoreCase)).Select(l => $"{l.Group}.{l.Role}")];
            states.Add(StateOf(entry.Name, entry, roles, policy, environment, now));
        }

        // Who forbids the default token means its value in the environment too, registered or not.
        if (policy.DefaultToken == DefaultTokenPolicy.Forbid)
        {
            foreach (var name in DefaultTokenNames.Where(n => Value(environment, n) is not null && !entries.Exists(e => e.Name.Equals(n, StringComparison.OrdinalIgnoreCase))))
            {
                states.Add(new TokenState(name, TokenStatus.Prohibited, [], IsPresent: true, TokenLook.Of(name, Value(environment, name)!, policy, Day(now)), [Prohibited(instead: null)]));
            }
        }

        AddTwins(states, environment);
        var leading = links.Where(l => l.Role != ProhibitedRole)
            .Select(l => (Link: l, State: states.Find(s => s.Name.Equals(l.Token, StringComparison.OrdinalIgnoreCase))))
            .FirstOrDefault(p => p.State is { IsPresent: true, Status: not TokenStatus.Prohibited });
        return new TokenEnvironment { Tokens = states, HasRegistry = registry is not null, Leading = leading.State, LeadingRole = leading.Link?.Role };
    }

    private static TokenState StateOf(string name, TokenEntry entry, string[] roles, AuditPolicy policy, IReadOnlyDictionary<string, string> environment, DateTimeOffset now)
    {
        if (Value(environment, name) is not { } value)
        {
            return new TokenState(name, entry.Status, roles, IsPresent: false, Look: null, []);
        }

        var look = TokenLook.Of(name, value, policy, Day(now));
        return new TokenState(name, entry.Status, roles, IsPresent: true, look, [.. Problems(entry, value, look, now)]);
    }

    private static IEnumerable<TokenProblem> Problems(TokenEntry entry, string value, TokenLook? look, DateTimeOffset now)
    {
        if (entry.Status == TokenStatus.Prohibited)
        {
            yield return Prohibited(entry.Instead);
        }
        else if (entry.Status == TokenStatus.Deprecated)
        {
            yield return new TokenProblem("deprecated", $"It is deprecated{(entry.Instead is { } instead ? $"; use {instead}" : "")}", IsViolation: false);
        }

        if (value.Trim() != value)
        {
            yield return new TokenProblem("padded", "Blanks or line breaks stand around the value; most servers refuse it so", IsViolation: true);
        }

        if (entry.Expires is { } last && last < Day(now))
        {
            yield return new TokenProblem("expired", string.Create(CultureInfo.InvariantCulture, $"By the registry it ended on {last:yyyy-MM-dd}"), IsViolation: true);
        }

        if (look is null)
        {
            yield break;
        }

        if (look.Proof == TokenProof.ChecksumFails)
        {
            yield return new TokenProblem("checksum", $"It has the shape of {Article(look)}, but its checksum does not fit: it is cut, mistyped or made up", IsViolation: true);
        }

        if (look.Ends is { } end && end < now)
        {
            yield return new TokenProblem("expired", string.Create(CultureInfo.InvariantCulture, $"By its own content it ended on {end.UtcDateTime:yyyy-MM-dd HH:mm} UTC"), IsViolation: true);
        }

        if (!KindFormats.FitsKind(entry["kind"], look.Format.Slug))
        {
            yield return new TokenProblem("kind", $"The registry says {entry["kind"]}, and the value is {Article(look)}", IsViolation: true);
        }
        else if (!KindFormats.FitsProvider(entry["provider"], look.Format.Slug))
        {
            yield return new TokenProblem("provider", $"The registry says {entry["provider"]}, and the value is {Article(look)}", IsViolation: true);
        }
    }

    /// <summary>One value under two names takes the bots apart in name only.</summary>
    private static void AddTwins(List<TokenState> states, IReadOnlyDictionary<string, string> environment)
    {
        foreach (var twins in states.Where(s => s.IsPresent).GroupBy(s => Value(environment, s.Name)!.Trim(), StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var names = twins.Select(t => t.Name).ToList();
            foreach (var name in names)
            {
                var at = states.FindIndex(s => s.Name == name);
                var others = string.Join(", ", names.Where(n => n != name));
                states[at] = states[at] with { Problems = [.. states[at].Problems, new TokenProblem("twice", $"It has the same value as {others}", IsViolation: false)] };
            }
        }
    }

    private static TokenProblem Prohibited(string? instead) =>
        new("prohibited", $"It is prohibited, and set{(instead is null ? "" : $"; use {instead}")}", IsViolation: true);

    private static string Article(TokenLook look) => $"'{look.Format.Title}'";

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private static string? Value(IReadOnlyDictionary<string, string> environment, string name) =>
        environment.TryGetValue(name, out var value) && value.Trim().Length > 0 ? value : null;
}
