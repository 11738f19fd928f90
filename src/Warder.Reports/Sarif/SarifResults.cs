using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Reports.Json;

namespace Warder.Reports.Sarif;

/// <summary>Writes the findings of a run.</summary>
internal sealed class SarifResults
{
    private readonly JsonOutput _json;
    private readonly SarifRules _rules;
    private readonly FrameSource _frames;

    public SarifResults(JsonOutput json, SarifRules rules, Repository repository)
    {
        _json = json;
        _rules = rules;
        _frames = new FrameSource(repository);
    }

    public void Write(AuditResult result)
    {
        _json.StartArray("results");
        foreach (var finding in result.Findings)
        {
            Write(finding, suppressed: null);
        }

        foreach (var suppressed in result.Suppressed)
        {
            Write(suppressed.Finding, suppressed);
        }

        _json.EndArray();
    }

    private void Write(Finding finding, SuppressedFinding? suppressed)
    {
        _json.StartObject();
        _json.Text("ruleId", finding.Rule.Slug);
        _json.Number("ruleIndex", _rules.IndexOf(finding.Rule));
        _json.Text("level", SarifRules.LevelOf(finding.Severity));
        _json.StartObject("message");
        _json.Text("text", finding.Hint is null
            ? SarifRules.Sentence(finding.Message)
            : $"{SarifRules.Sentence(finding.Message)} {SarifRules.Sentence(finding.Hint)}");
        _json.EndObject();
        _json.StartArray("locations");
        _json.StartObject();
        SarifPlaces.Write(_json, finding.Location.Path, finding.Location.Start, finding.Location.End, _frames.Of(finding));
        _json.EndObject();
        _json.EndArray();
        _json.StartObject("partialFingerprints");
        _json.Text("warder/v1", finding.Fingerprint);
        _json.EndObject();
        WriteRelated(finding);
        WritePath(finding);
        WriteSuppression(suppressed);
        WriteProperties(finding);
        _json.EndObject();
    }

    private void WriteRelated(Finding finding)
    {
        if (finding.Related.Count == 0)
        {
            return;
        }

        _json.StartArray("relatedLocations");
        for (var i = 0; i < finding.Related.Count; i++)
        {
            var (location, message) = finding.Related[i];
            _json.StartObject();
            _json.Number("id", i + 1);
            SarifPlaces.Write(_json, location.Path, location.Start, location.End, frame: null);
            _json.StartObject("message");
            _json.Text("text", SarifRules.Sentence(message));
            _json.EndObject();
            _json.EndObject();
        }

        _json.EndArray();
    }

    /// <summary>The path of a value from its source to where it gets out, as a code flow.</summary>
    private void WritePath(Finding finding)
    {
        if (!finding.IsPath || finding.Related.Count == 0)
        {
            return;
        }

        _json.StartArray("codeFlows");
        _json.StartObject();
        _json.StartArray("threadFlows");
        _json.StartObject();
        _json.StartArray("locations");
        foreach (var (location, message) in finding.Related)
        {
            _json.StartObject();
            _json.StartObject("location");
            SarifPlaces.Write(_json, location.Path, location.Start, location.End, frame: null);
            _json.StartObject("message");
            _json.Text("text", SarifRules.Sentence(message));
            _json.EndObject();
            _json.EndObject();
            _json.EndObject();
        }

        _json.EndArray();
        _json.EndObject();
        _json.EndArray();
        _json.EndObject();
        _json.EndArray();
    }

    private void WriteSuppression(SuppressedFinding? suppressed)
    {
        if (suppressed is null)
        {
            return;
        }

        _json.StartArray("suppressions");
        _json.StartObject();
        _json.Text("kind", suppressed.By == SuppressionKind.Inline ? "inSource" : "external");
        _json.Text("status", "accepted");
        _json.Text("justification", suppressed.Reason ?? (suppressed.By == SuppressionKind.Baseline ? "In the baseline." : "No reason given."));
        _json.EndObject();
        _json.EndArray();
    }

    private void WriteProperties(Finding finding)
    {
        _json.StartObject("properties");
        _json.Text("severity", Words.Of(finding.Severity));
        _json.Text("confidence", Words.Of(finding.Confidence));
        _json.TextIfAny("token", finding.Token);
        _json.TextIfAny("job", finding.Job);
        _json.TextIfAny("step", finding.Step);
        _json.TextIfAny("why", finding.Why);
        _json.TextIfAny("hint", finding.Hint);
        _json.EndObject();
    }
}
