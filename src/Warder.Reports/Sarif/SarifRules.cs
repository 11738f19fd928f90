using System.Text;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Reports.Json;

namespace Warder.Reports.Sarif;

/// <summary>The rules of a run with their places in its list.</summary>
internal sealed class SarifRules
{
    private readonly List<RuleDescriptor> _rules = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    public SarifRules(AuditResult result, ReportOptions options)
    {
        var bySlug = new SortedDictionary<string, RuleDescriptor>(StringComparer.Ordinal);
        foreach (var rule in options.Rules)
        {
            bySlug.TryAdd(rule.Slug, rule);
        }

        foreach (var finding in result.Findings)
        {
            bySlug.TryAdd(finding.Rule.Slug, finding.Rule);
        }

        foreach (var suppressed in result.Suppressed)
        {
            bySlug.TryAdd(suppressed.Finding.Rule.Slug, suppressed.Finding.Rule);
        }

        foreach (var (slug, rule) in bySlug)
        {
            _indexes.Add(slug, _rules.Count);
            _rules.Add(rule);
        }
    }

    public int IndexOf(RuleDescriptor rule) => _indexes[rule.Slug];

    public void Write(JsonOutput json, ReportOptions options)
    {
        json.StartArray("rules");
        foreach (var rule in _rules)
        {
            Write(json, rule, options.RulePage?.Invoke(rule.Slug));
        }

        json.EndArray();
    }

    public static string LevelOf(Severity severity) => severity switch
    {
        Severity.Critical or Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private static void Write(JsonOutput json, RuleDescriptor rule, string? page)
    {
        json.StartObject();
        json.Text("id", rule.Slug);
        json.Text("name", PascalCase(rule.Slug));
        WriteMessage(json, "shortDescription", Sentence(rule.Title));
        WriteMessage(json, "fullDescription", FullDescription(rule));
        json.StartObject("help");
        json.Text("text", page ?? $"{Sentence(rule.Title)} Run 'warder explain {rule.Slug}' for the whole page.");
        json.TextIfAny("markdown", page);
        json.EndObject();
        json.StartObject("defaultConfiguration");
        json.Text("level", LevelOf(rule.Severity));
        json.EndObject();
        WriteProperties(json, rule);
        json.EndObject();
    }

    private static void WriteProperties(JsonOutput json, RuleDescriptor rule)
    {
        json.StartObject("properties");
        json.Items("tags", ["security", Words.Of(rule.Category), .. rule.Compliance]);
        json.Text("precision", Words.Of(rule.Confidence));
        json.Text("problem.severity", rule.Severity switch
        {
            Severity.Critical or Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "recommendation",
        });
        json.Text("security-severity", rule.Severity switch
        {
            Severity.Critical => "9.5",
            Severity.Error => "8.0",
            Severity.Warning => "5.5",
            _ => "2.0",
        });
        json.Text("persona", Words.Of(rule.Persona));
        json.Text("since", rule.Since);
        json.Flag("fixable", rule.Fixable);
        json.EndObject();
    }

    private static string FullDescription(RuleDescriptor rule) =>
        $"{Sentence(rule.Title)} A rule of the category '{Words.Of(rule.Category)}', severity {Words.Of(rule.Severity)} unless the policy says otherwise.";

    private static void WriteMessage(JsonOutput json, string name, string text)
    {
        json.StartObject(name);
        json.Text("text", text);
        json.EndObject();
    }

    /// <summary>The text with a stop at its end.</summary>
    public static string Sentence(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 ? "." : trimmed[^1] is '.' or '!' or '?' ? trimmed : trimmed + ".";
    }

    private static string PascalCase(string slug)
    {
        var name = new StringBuilder(slug.Length);
        var upper = true;
        foreach (var c in slug)
        {
            if (c == '-')
            {
                upper = true;
            }
            else
            {
                name.Append(upper ? char.ToUpperInvariant(c) : c);
                upper = false;
            }
        }

        return name.ToString();
    }
}
