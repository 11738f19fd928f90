using Warder.Engine.Registry;
using Warder.Syntax;

namespace Warder.Engine.Tests.Registry;

/// <summary>Reads registries written in tests.</summary>
internal static class RegistryText
{
    public const string Path = ".codex/tokens/token_scope_map.yaml";

    public static TokenRegistry Read(string text) => RegistryReader.Read(new SourceText(Path, text));

    /// <summary>The problems as <c>line:column 'text' message | hint</c>.</summary>
    public static IReadOnlyList<string> Problems(string text)
    {
        var registry = Read(text);
        return [.. registry.Problems.Select(p =>
            $"{registry.Source.GetPosition(p.Span.Start)} '{registry.Source.GetText(p.Span)}' {p.Message}{(p.Hint is null ? "" : " | " + p.Hint)}")];
    }
}
