using Warder.Engine.Findings;

namespace Warder.Engine.Policy;

/// <summary>The words that a policy file may use; the schema in <c>docs/schema</c> has the same.</summary>
internal static class PolicyKeys
{
    public static readonly string[] Root =
    [
        "version", "registry", "default-token", "rules", "exceptions", "baseline", "ignore", "facts", "scripts", "documents",
        "expiry-warning-days", "rotation", "required-fields", "scan", "potato", "guard", "response-times",
        "generated-docs", "artifacts", "history",
    ];

    public static readonly string[] Exception = ["rule", "path", "job", "token", "owner", "reason", "expires"];

    public static readonly string[] RequiredInException = ["rule", "owner", "reason", "expires"];

    public static readonly string[] Facts = ["actions", "scopes"];

    public static readonly string[] Scripts = ["include", "exclude"];

    public static readonly string[] Documents = ["include"];

    public static readonly string[] Scan = ["formats", "ignore"];

    public static readonly string[] Format = ["title", "pattern", "keywords", "severity"];

    public static readonly string[] Potato = ["patterns", "also", "allow", "files", "required"];

    public static readonly string[] Guard = ["allow", "also", "logs"];

    public static readonly string[] ResponseTimes = ["critical", "major", "minor"];

    public static readonly string[] GeneratedDocs = ["matrix", "policy", "formats"];

    public static readonly string[] DocumentFormats = ["markdown", "html"];

    public static readonly string[] Artifacts = ["suites", "timeout", "parallel", "keep-days", "strict"];

    public static readonly string[] Suite = ["name", "directory", "command", "environment", "timeout", "results", "coverage"];

    public static readonly string[] Truth = ["false", "true"];

    public static readonly string[] History = ["connection"];

    public static readonly string[] DefaultToken = ["forbid", "read-only", "least-privilege", "allow"];

    public static readonly string[] Severities = ["info", "warning", "error", "critical"];

    public static readonly string[] RuleWords = ["off", "on", .. Severities];

    public static Severity? SeverityOf(string word) =>
        Array.IndexOf(Severities, word.ToLowerInvariant()) is >= 0 and var index ? (Severity)index : null;
}
