using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Syntax;
using Warder.Testing;

namespace Warder.Engine.Tests.Rules.Use;

/// <summary>Audits a small repository with one rule and holds what it finds against the marks drawn in the files.</summary>
internal sealed class UseAudit
{
    public const string Registry = """
        bots:
          release:
            token: RELEASE_TOKEN
            permissions: ["contents:write"]
            authorized_workflows: [".github/workflows/a.yml", "pr-*.yml"]
            authorized_scripts: ["scripts/release.sh"]
          reader:
            token: READ_TOKEN
            permissions: ["contents:read"]
            expires: "2027-12-31"
          expired:
            token: EXPIRED_TOKEN
            permissions: ["contents:read"]
            expires: "2026-06-30"
          soon:
            token: SOON_TOKEN
            permissions: ["contents:read"]
            expires: "2026-11-20"
          locked:
            token: LOCKED_TOKEN
            permissions: ["contents:read"]
            authorized_workflows: []
            restricted: true
          production:
            token: PROD_TOKEN
            permissions: ["contents:read"]
            environment: production
        deprecated:
          old:
            token: OLD_TOKEN
            replacement: RELEASE_TOKEN
            deprecation_date: "2026-03-31"
        prohibited:
          bad:
            token: BAD_TOKEN
            alternative: READ_TOKEN

        """;

    public const string Forbidden = Registry + """
          default:
            token: GITHUB_TOKEN
            alternative: RELEASE_TOKEN
        """;

    private const string RegistryPath = ".codex/tokens/token_scope_map.yaml";
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    public static UseAudit Of(string? registry = Registry) => registry is null ? new UseAudit() : new UseAudit().With(RegistryPath, registry);

    public UseAudit With(string path, string marked)
    {
        _files[path] = marked;
        return this;
    }

    public UseAudit Policy(string text) => With(".warder.yml", text);

    /// <summary>A workflow <c>a.yml</c> of one job <c>j</c> with these steps.</summary>
    public UseAudit Steps(string steps, string on = "push", string? grants = "contents: read", string job = "", string path = ".github/workflows/a.yml") =>
        With(path, $"on: {on}\n" + (grants is null ? "" : $"permissions: {{ {grants} }}\n") + "jobs:\n  j:\n    runs-on: ubuntu-latest\n"
            + (job.Length == 0 ? "" : $"    {job}\n") + "    steps:\n" + Indent(steps, "      "));

    /// <summary>Runs the rule; what it finds must be what is marked, no more and no less.</summary>
    public IReadOnlyList<Finding> Run<TRule>()
        where TRule : Rule
    {
        var files = new MemoryFiles();
        var marks = new List<string>();
        foreach (var (path, marked) in _files)
        {
            var text = MarkedText.Parse(marked);
            files.With(path, text.Text);
            marks.AddRange(text.Spans.Select(s => Show(path, text.Text, s)));
        }

        var result = AuditRunner.Run(files, rules: [.. RuleCatalogue.All.OfType<TRule>()]);
        result.Diagnostics.ShouldBeEmpty();
        result.Findings
            .Select(f => Show(f.Location.Path, files.Read(f.Location.Path).Source!.Text, f.Location.Span))
            .ShouldBe(marks, ignoreOrder: true, string.Join('\n', result.Findings.Select(f => f.Message)));
        return result.Findings;
    }

    private static string Show(string path, string text, TextSpan span) => $"{path}{span}: {text.Substring(span.Start, span.Length)}";

    private static string Indent(string text, string by) => string.Concat(text.ReplaceLineEndings("\n").Split('\n').Select(l => by + l + "\n"));
}
