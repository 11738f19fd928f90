using Warder.Engine.Auditing;
using Warder.Pipelines;
using Warder.Reports.Json;
using Warder.Reports.Registry;

namespace Warder.Reports.Tokens;

/// <summary>Tokens as JSON.</summary>
public sealed class TokenJsonReport : ITokenReport
{
    /// <inheritdoc/>
    public void WriteList(IReadOnlyList<AuditResult> results, ReportOptions options, TextWriter output) =>
        Write(TokenInventory.Of(results), detailed: false, output);

    /// <inheritdoc/>
    public bool WriteOne(IReadOnlyList<AuditResult> results, string token, ReportOptions options, TextWriter output)
    {
        var tokens = TokenInventory.Of(results).FindAll(t => string.Equals(t.Token.Name, token, StringComparison.OrdinalIgnoreCase));
        if (tokens.Count > 0)
        {
            Write(tokens, detailed: true, output);
        }

        return tokens.Count > 0;
    }

    private static void Write(List<TokenSummary> tokens, bool detailed, TextWriter output)
    {
        using var json = new JsonOutput(output);
        json.StartObject();
        json.StartArray("tokens");
        foreach (var token in tokens)
        {
            WriteToken(json, token, detailed);
        }

        json.EndArray();
        json.EndObject();
        json.Finish();
    }

    private static void WriteToken(JsonOutput json, TokenSummary token, bool detailed)
    {
        json.StartObject();
        json.Text("token", token.Token.Name);
        json.Text("kind", Words.Of(token.Token.Kind));
        json.Flag("registered", token.Entry is { Status: Engine.Registry.TokenStatus.Registered });
        json.StartArray("uses");
        foreach (var use in token.Uses)
        {
            WriteUse(json, use);
        }

        json.EndArray();
        json.TextIfAny("repository", token.Repository);
        json.Text("status", token.Status);
        json.Text("entry", token.Entry?.Id);
        json.Text("bot_identity", token.Entry?.BotIdentity);
        if (detailed && token.Entry is { } entry)
        {
            json.StartObject("details");
            RegistryJson.WriteEntry(json, entry);
            json.EndObject();
        }

        json.EndObject();
    }

    private static void WriteUse(JsonOutput json, TokenUse use)
    {
        json.StartObject();
        json.Text("file", use.Path);
        json.Number("line", use.Start.Line);
        json.Number("column", use.Start.Column);
        json.Flag("explicit", use.Explicit);
        json.Text("scope", Words.Of(use.Scope));
        json.Text("job", use.Job);
        json.Text("step", use.Step);
        WriteChain(json, use);
        json.Number("end_line", use.End.Line);
        json.Number("end_column", use.End.Column);
        json.Text("binding", use.Binding);
        json.Text("consumer", use.Consumer);
        json.StartArray("reaches");
        foreach (var reach in use.Reaches)
        {
            json.StartObject();
            json.Text("job", reach.Job);
            json.Text("step", reach.Step);
            json.Text("via", reach.Via);
            json.Text("consumer", reach.Consumer);
            json.Number("line", reach.Position.Line);
            json.Number("column", reach.Position.Column);
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
    }

    private static void WriteChain(JsonOutput json, TokenUse use)
    {
        if (use.Chain is not { } chain)
        {
            json.Null("chain");
            return;
        }

        json.StartObject("chain");
        json.Number("position", use.ChainPosition);
        json.StartArray("links");
        foreach (var link in chain.Links)
        {
            json.Item(link.Token?.Name ?? link.Text);
        }

        json.EndArray();
        json.EndObject();
    }
}
