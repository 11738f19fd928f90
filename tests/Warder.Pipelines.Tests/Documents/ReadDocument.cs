using Warder.Pipelines.Documents;
using Warder.Pipelines.Scripts;
using Warder.Syntax;

namespace Warder.Pipelines.Tests.Documents;

/// <summary>Reads a document with a few known names and tells what it says.</summary>
internal static class ReadDocument
{
    public static TokenNames Names { get; } = new(["GITHUB_TOKEN", "CI_BOT_TOKEN", "NPM_TOKEN", "DEPLOY_KEY"]);

    public static AgentDocument Read(string text, string path = "AGENTS.md", bool isConfiguration = false) =>
        AgentDocumentReader.Read(new SourceText(path, text), isConfiguration, Names);

    /// <summary>Each mention as the name and <c>+</c> for advises, <c>-</c> for forbids, <c>=</c> for neutral.</summary>
    public static string Stances(string text, string path = "AGENTS.md", bool isConfiguration = false) => string.Join(
        ' ',
        Read(text, path, isConfiguration).Mentions.Select(m => m.Use.Token.Name + m.Stance switch
        {
            MentionStance.Advises => "+",
            MentionStance.Forbids => "-",
            _ => "=",
        }));

    public static string Claims(string text, string path = "AGENTS.md", bool isConfiguration = false) => string.Join(
        ' ',
        Read(text, path, isConfiguration).Claims.Select(c => $"{c.Token ?? "?"}/{c.Permission}:{c.Level?.ToString() ?? "?"}"));
}
