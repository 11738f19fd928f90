using Warder.Engine.Rules;
using Warder.Reports.Json;

namespace Warder.Reports.Rules;

/// <summary>The catalogue as JSON.</summary>
public sealed class RuleJson : IRuleReport
{
    /// <inheritdoc/>
    public void Write(IReadOnlyList<RuleDescriptor> rules, ReportOptions options, TextWriter output)
    {
        using var json = new JsonOutput(output);
        json.StartObject();
        json.StartArray("rules");
        foreach (var rule in rules)
        {
            json.StartObject();
            json.Text("rule", rule.Slug);
            json.Text("title", rule.Title);
            json.Text("category", rule.Category.ToString().ToLowerInvariant());
            json.Text("severity", Words.Of(rule.Severity));
            json.Text("confidence", rule.Confidence.ToString().ToLowerInvariant());
            json.Text("persona", rule.Persona.ToString().ToLowerInvariant());
            json.Text("since", rule.Since);
            json.Flag("fixable", rule.Fixable);
            json.Items("options", rule.Options.Select(o => o.Name));
            json.Items("compliance", rule.Compliance);
            json.Items("aliases", rule.Aliases.Select(a => $"{a.Tool}/{a.Name}"));
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
        json.Finish();
    }
}
