using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Reads what <c>uses</c> names.</summary>
internal static class ReferenceReader
{
    private const string Docker = "docker://";

    // What stands in the same repository: ./ in the workspace, $/ at the commit that runs (since 2026-07).
    private static readonly string[] LocalStarts = ["./", "../", "$/"];

    public static ActionReference ReadAction(YamlScalar uses)
    {
        var text = uses.Value.Trim();
        if (IsLocal(text))
        {
            return new ActionReference { Text = text, Span = uses.Span, LocalPath = NormalisePath(text) };
        }

        if (text.StartsWith(Docker, StringComparison.OrdinalIgnoreCase))
        {
            return new ActionReference { Text = text, Span = uses.Span, Image = text[Docker.Length..] };
        }

        var at = text.IndexOf('@', StringComparison.Ordinal);
        var name = (at < 0 ? text : text[..at]).TrimEnd('/');
        return new ActionReference
        {
            Text = text,
            Span = uses.Span,
            Name = name.Contains('/', StringComparison.Ordinal) ? name.ToLowerInvariant() : null,
            Reference = at < 0 ? null : text[(at + 1)..],
        };
    }

    public static PipelineCall ReadCall(YamlScalar uses, YamlNode? with, YamlNode? secrets)
    {
        var text = uses.Value.Trim();
        var inherits = secrets?.AsScalar() is { Value: "inherit" };
        return new PipelineCall
        {
            Target = text,
            Span = uses.Span,
            LocalPath = IsLocal(text) ? NormalisePath(text) : null,
            Inputs = EntryReader.ReadInputs(with),
            Secrets = EntryReader.ReadInputs(secrets),
            InheritSpan = inherits ? secrets!.Span : null,
        };
    }

    private static bool IsLocal(string text) =>
        text is "." or ".." || Array.Exists(LocalStarts, start => text.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Without <c>.</c>, a leading <c>$</c>, empty parts and what <c>..</c> takes back; <c>..</c> above the root stays.</summary>
    public static string NormalisePath(string text)
    {
        var parts = new List<string>();
        foreach (var part in text.Replace('\\', '/').Split('/'))
        {
            if (part.Length == 0 || part is "." || (part is "$" && parts.Count == 0))
            {
                continue;
            }

            if (part is ".." && parts.Count > 0 && parts[^1] is not "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
