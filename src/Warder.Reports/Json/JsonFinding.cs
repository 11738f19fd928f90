using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;

namespace Warder.Reports.Json;

/// <summary>Writes one finding: the source project's keys first, then Warder's.</summary>
internal sealed class JsonFinding
{
    private readonly JsonOutput _json;
    private readonly Repository _repository;
    private readonly string? _name;
    private readonly FrameSource _frames;

    public JsonFinding(JsonOutput json, Repository repository, string? name)
    {
        _json = json;
        _repository = repository;
        _name = name;
        _frames = new FrameSource(repository);
    }

    public void Write(Finding finding, SuppressedFinding? suppressed = null)
    {
        _json.StartObject();
        _json.TextIfAny("repository", _name);
        _json.Text("file", finding.Location.Path);
        _json.Text("type", Words.TypeOf(finding.Rule));
        _json.Text("token", finding.Token);
        _json.Number("line", finding.Location.Start.Line);
        _json.Text("message", finding.Message);
        _json.Text("severity", Words.Upper(finding.Severity));
        _json.Text("context", _frames.ContextOf(finding));
        WriteRegistered(finding);
        _json.Text("rule", finding.Rule.Slug);
        _json.Number("column", finding.Location.Start.Column);
        _json.Number("end_line", finding.Location.End.Line);
        _json.Number("end_column", finding.Location.End.Column);
        _json.Text("confidence", Words.Of(finding.Confidence));
        _json.Text("persona", Words.Of(finding.Persona));
        _json.Text("fingerprint", finding.Fingerprint);
        _json.Text("job", finding.Job);
        _json.Text("step", finding.Step);
        _json.Text("why", finding.Why);
        _json.Text("hint", finding.Hint);
        WriteRelated(finding);
        if (suppressed is not null)
        {
            _json.Text("suppressed_by", Words.Of(suppressed.By));
            _json.Text("reason", suppressed.Reason);
        }

        _json.EndObject();
    }

    private void WriteRegistered(Finding finding)
    {
        if (finding.Token is null || _repository.Registry?.Find(finding.Token) is not { } entry)
        {
            return;
        }

        if (entry.Status != TokenStatus.Registered)
        {
            _json.TextIfAny("alternative", entry.Instead);
        }

        // The source project lists them only where a workflow is not among them.
        if (entry.AuthorizedWorkflows is { } workflows
            && string.Equals(Words.TypeOf(finding.Rule), "UNAUTHORIZED_WORKFLOW", StringComparison.Ordinal))
        {
            _json.StartArray("authorized_workflows");
            foreach (var workflow in workflows)
            {
                _json.Item(workflow.Text);
            }

            _json.EndArray();
        }
    }

    private void WriteRelated(Finding finding)
    {
        _json.StartArray("related");
        foreach (var related in finding.Related)
        {
            _json.StartObject();
            _json.Text("file", related.Location.Path);
            _json.Number("line", related.Location.Start.Line);
            _json.Number("column", related.Location.Start.Column);
            _json.Number("end_line", related.Location.End.Line);
            _json.Number("end_column", related.Location.End.Column);
            _json.Text("message", related.Message);
            _json.EndObject();
        }

        _json.EndArray();
    }
}
