using Warder.Pipelines.Scripts;
using Warder.Syntax;
using Warder.Syntax.Markdown;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.Documents;

/// <summary>Reads documents and configurations for agents.</summary>
public static class AgentDocumentReader
{
    private static readonly string[] Signs = ["secrets.", "github.token", "permissions", "_TOKEN", "_PAT", "_KEY", "_SECRET", "_PASSWORD", "_CREDENTIALS"];

    /// <summary>Reads one; never throws for bad input.</summary>
    /// <param name="source">The file.</param>
    /// <param name="isConfiguration">Whether it is a configuration.</param>
    /// <param name="names">Known tokens; names that look like tokens are mentions too.</param>
    public static AgentDocument Read(SourceText source, bool isConfiguration, TokenNames names)
    {
        var mentions = new MentionList(source, isConfiguration ? UseScope.Configuration : UseScope.Document);
        IReadOnlyList<ClaimedPermission> claims = [];
        if (Array.Exists(Signs, s => source.Text.Contains(s, StringComparison.Ordinal)) || names.MayContain(source.Text))
        {
            claims = isConfiguration ? ReadConfiguration(source, names, mentions) : ReadDocument(source, names, mentions);
        }

        return new AgentDocument { Source = source, IsConfiguration = isConfiguration, Mentions = mentions.ToSorted(), Claims = claims };
    }

    private static IReadOnlyList<ClaimedPermission> ReadDocument(SourceText source, TokenNames names, MentionList mentions)
    {
        var document = MarkdownParser.Parse(source);
        IReadOnlyList<ClaimedPermission> claims = [];
        if (document.FrontMatter is { } front)
        {
            var walk = new ConfigurationWalk(source, front.Span.Start, names, mentions);
            walk.Visit(YamlParser.Parse(front.Source).Root);
            claims = walk.Claims;
        }

        new DocumentWalk(source, names, mentions).Visit(document.Blocks);
        return mentions.OnlyToken() is { } token ? [.. claims.Select(c => c.Token is null ? c with { Token = token } : c)] : claims;
    }

    private static List<ClaimedPermission> ReadConfiguration(SourceText source, TokenNames names, MentionList mentions)
    {
        if (source.Path.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) || source.Path.EndsWith(".replit", StringComparison.Ordinal))
        {
            new TomlWalk(source, names, mentions).Visit();
            return [];
        }

        var text = TolerantJson.IsLikely(source.Text) ? new SourceText(source.Path, TolerantJson.Clean(source.Text)) : source;
        var walk = new ConfigurationWalk(source, shift: 0, names, mentions);
        foreach (var root in YamlParser.Parse(text).Documents)
        {
            walk.Visit(root);
        }

        return walk.Claims;
    }
}
