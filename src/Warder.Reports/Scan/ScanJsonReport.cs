using Warder.Engine.Exposure.Formats;
using Warder.Engine.Exposure.Scanning;
using Warder.Reports.Json;

namespace Warder.Reports.Scan;

/// <summary>A scan as JSON; the schema is <c>scan.schema.json</c>. No value stands in it.</summary>
public static class ScanJsonReport
{
    private const int SchemaVersion = 1;

    /// <summary>Writes it.</summary>
    public static void Write(ScanResult result, ReportOptions options, TextWriter output)
    {
        using var json = new JsonOutput(output);
        json.StartObject();
        json.StartObject("schema");
        json.Text("name", "warder-scan");
        json.Number("version", SchemaVersion);
        json.EndObject();
        json.StartObject("tool");
        json.Text("name", "warder");
        json.Text("version", options.Version);
        json.EndObject();
        json.StartArray("values");
        foreach (var value in result.Values)
        {
            WriteValue(json, value);
        }

        json.EndArray();
        json.StartObject("counts");
        json.Number("contents", result.Counts.Contents);
        json.Number("bytes", result.Counts.Bytes);
        json.Number("commits", result.Counts.Commits);
        json.Number("suppressed", result.Audit.Suppressed.Count);
        json.EndObject();
        json.StartArray("diagnostics");
        foreach (var diagnostic in result.Audit.Diagnostics)
        {
            json.StartObject();
            json.Text("code", diagnostic.Code);
            json.Text("message", diagnostic.Message);
            json.Text("file", diagnostic.Path);
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
        json.Finish();
    }

    private static void WriteValue(JsonOutput json, ScannedValue value)
    {
        var finding = value.Finding;
        json.StartObject();
        json.Text("format", value.Format.Slug);
        json.Text("title", value.Format.Title);
        json.Text("severity", Words.Of(finding.Severity));
        json.Text("confidence", Words.Of(finding.Confidence));
        json.Text("proof", WordOf(value.Proof));
        json.Text("file", finding.Location.Path);
        json.Number("line", finding.Location.Start.Line);
        json.Number("column", finding.Location.Start.Column);
        json.Number("end_line", finding.Location.End.Line);
        json.Number("end_column", finding.Location.End.Column);
        json.Text("prefix", value.Prefix);
        json.Text("identity", value.Identity);
        json.Flag("encoded", value.IsEncoded);
        json.Items("commits", value.Commits);
        json.Text("message", finding.Message);
        json.Text("fingerprint", finding.Fingerprint);
        json.EndObject();
    }

    private static string WordOf(TokenProof proof) => proof switch
    {
        TokenProof.ChecksumFails => "checksum-fails",
        TokenProof.Shape => "shape",
        TokenProof.Structure => "structure",
        _ => "checksum",
    };
}
