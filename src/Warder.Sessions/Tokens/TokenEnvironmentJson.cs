using System.Text.Json;
using Warder.Engine.Exposure.Formats;

namespace Warder.Sessions.Tokens;

/// <summary>Writes <c>token-environment-summary.json</c>: the keys of the source's file, and more. No value is in it.</summary>
public static class TokenEnvironmentJson
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "token-environment-summary.json";

    /// <summary>Writes it.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="session">The session that is open, or the name that one of this moment would have.</param>
    /// <param name="now">The time.</param>
    /// <param name="hasVirtualEnvironment">Whether the project has a virtual environment.</param>
    /// <param name="output">Where to.</param>
    public static void Write(TokenEnvironment tokens, string session, DateTimeOffset now, bool hasVirtualEnvironment, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("session", session);
        json.WriteString("timestamp", now);
        json.WriteString("token_compliance", tokens.Compliance);
        json.WriteString("github_token_status", tokens.GitHubStatus);
        json.WriteBoolean("registry_available", tokens.HasRegistry);
        json.WriteBoolean("virtual_env_available", hasVirtualEnvironment);
        json.WriteBoolean("audit_script_available", true);
        json.WriteStartArray("tokens");
        foreach (var token in tokens.Tokens)
        {
            json.WriteStartObject();
            json.WriteString("token", token.Name);
            json.WriteString("status", token.Status.ToString().ToLowerInvariant());
            json.WriteBoolean("present", token.IsPresent);
            json.WriteStartArray("hierarchy");
            foreach (var role in token.Roles)
            {
                json.WriteStringValue(role);
            }

            json.WriteEndArray();
            json.WriteString("format", token.Look?.Format.Slug);
            json.WriteString("proof", token.Look is { } look ? Word(look.Proof) : null);
            if (token.Look?.Ends is { } end)
            {
                json.WriteString("ends", end);
            }
            else
            {
                json.WriteNull("ends");
            }

            json.WriteStartArray("problems");
            foreach (var problem in token.Problems)
            {
                json.WriteStartObject();
                json.WriteString("problem", problem.Slug);
                json.WriteString("message", problem.Message);
                json.WriteBoolean("violation", problem.IsViolation);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static string Word(TokenProof proof) => proof switch
    {
        TokenProof.ChecksumFails => "checksum-fails",
        TokenProof.Checksum => "checksum",
        TokenProof.Structure => "structure",
        _ => "shape",
    };
}
