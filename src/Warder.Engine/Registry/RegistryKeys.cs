namespace Warder.Engine.Registry;

/// <summary>The words that a registry file may use; the schema in <c>docs/schema</c> has the same.</summary>
internal static class RegistryKeys
{
    public const string Flat = "github_tokens";
    public const string Deprecated = "deprecated";
    public const string Prohibited = "prohibited";
    public const string Hierarchy = "hierarchy";
    public const string Compliance = "compliance";
    public const string Metadata = "metadata";

    /// <summary>Sections that are no category of registered tokens.</summary>
    public static readonly string[] Sections = [Flat, Deprecated, Prohibited, Hierarchy, Compliance, Metadata];

    /// <summary>Keys of the root that hold a plain value.</summary>
    public static readonly string[] RootValues = ["$schema", "version", "description"];

    /// <summary>Fields of an entry that hold text.</summary>
    public static readonly IReadOnlySet<string> TextFields = new HashSet<string>(StringComparer.Ordinal)
    {
        "role", "bot_identity", "purpose", "environment", "kind", "provider", "owner", "backup_owner", "classification",
        "storage", "blast_radius", "runbook", "replaced_by", "replacement", "alternative", "reason", "status", "description",
        "notes", "rotation_evidence",
    };

    /// <summary>Every field of an entry, in the order of the schema.</summary>
    public static readonly string[] EntryFields =
    [
        "token", "role", "bot_identity", "purpose", "description", "notes", "owner", "backup_owner", "kind", "provider",
        "classification", "risk", "storage", "environment", "restricted", "permissions", "authorized_workflows",
        "authorized_scripts", "created", "rotated", "rotation_evidence", "rotation_days", "expires", "blast_radius", "runbook", "status", "reason",
        "replacement", "replaced_by", "alternative", "deprecation_date",
    ];

    /// <summary>Words that people write for a field whose silent loss would hide something.</summary>
    public static readonly IReadOnlyDictionary<string, string> Meant = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["expiry"] = "expires",
        ["expires_at"] = "expires",
        ["expires_on"] = "expires",
        ["expiration"] = "expires",
        ["expiration_date"] = "expires",
        ["rotated_at"] = "rotated",
        ["last_rotated"] = "rotated",
        ["rotation_period"] = "rotation_days",
        ["scopes"] = "permissions",
        ["workflows"] = "authorized_workflows",
        ["allowed_workflows"] = "authorized_workflows",
        ["scripts"] = "authorized_scripts",
        ["allowed_scripts"] = "authorized_scripts",
    };

    /// <summary>Keys of <c>metadata</c> that Warder reads.</summary>
    public static readonly string[] MetadataFields =
    [
        "version", "last_updated", "maintained_by", "total_registered_tokens", "deprecated_tokens", "prohibited_tokens",
    ];

    /// <summary>Keys of <c>compliance</c> that are common.</summary>
    public static readonly string[] ComplianceFields = ["policy", "security_framework", "validation_required", "audit_frequency"];

    /// <summary>What a token can be, first the word and then other spellings of it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Kinds = Words(
        "pat-classic", "pat-fine-grained", "github-app", "deploy-key", "oidc", "default", "api-key", "registry-token",
        "access-key", "webhook", "password", "ssh-key", "signing-key", "other",
        "classic-pat=pat-classic", "fine-grained-pat=pat-fine-grained", "app=github-app", "npm-token=registry-token");

    /// <summary>How data is classed, and the token classes of the source's matrix.</summary>
    public static readonly string[] Classifications =
    [
        "public", "internal", "confidential", "restricted",
        "ci-automation", "specialized-bot", "monitoring", "security", "orchestration",
    ];

    /// <summary>How an entry may stand.</summary>
    public static readonly IReadOnlyDictionary<string, TokenStatus> Statuses = new Dictionary<string, TokenStatus>(StringComparer.OrdinalIgnoreCase)
    {
        ["active"] = TokenStatus.Registered,
        ["registered"] = TokenStatus.Registered,
        ["deprecated"] = TokenStatus.Deprecated,
        ["prohibited"] = TokenStatus.Prohibited,
        ["revoked"] = TokenStatus.Prohibited,
    };

    /// <summary>The levels of risk as written.</summary>
    public static readonly string[] Risks = ["low", "medium", "high", "critical"];

    private static Dictionary<string, string> Words(params ReadOnlySpan<string> words)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            map[equals < 0 ? word : word[..equals]] = equals < 0 ? word : word[(equals + 1)..];
        }

        return map;
    }
}
