using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Registry;

/// <summary>Reads a registry file.</summary>
public static class RegistryReader
{
    private static readonly string[] KnownRoot = [.. RegistryKeys.Sections, .. RegistryKeys.RootValues];

    /// <summary>Reads what can be read; never throws for bad input.</summary>
    public static TokenRegistry Read(SourceText source)
    {
        var draft = new RegistryDraft(source);
        var tree = YamlParser.Parse(source);
        var broken = false;
        foreach (var problem in tree.Problems)
        {
            if (problem.Kind == YamlProblemKind.SimilarKey)
            {
                continue;
            }

            broken |= problem.Kind is YamlProblemKind.Syntax or YamlProblemKind.TooDeep or YamlProblemKind.TooLarge;
            draft.Invalid(problem.Span, Sentence(problem.Message));
        }

        if (broken)
        {
            return draft.Finish(readable: false);
        }

        if (tree.Root is null || MappingFields.IsNull(tree.Root))
        {
            draft.Invalid(Start(source), "The registry is empty", "Write one with `warder registry discover --write`");
            return draft.Finish(readable: false);
        }

        if (tree.Root.AsMapping() is not { } root)
        {
            draft.Invalid(
                FirstLine(source, tree.Root.Span),
                $"The registry must be a mapping of categories, not {RegistryDraft.Word(tree.Root)}",
                "Put the entries under a category: `ci_automation:`");
            return draft.Finish(readable: false);
        }

        if (tree.Documents.Count > 1)
        {
            var second = tree.Documents[1]?.Span ?? new TextSpan(source.Text.Length, 0);
            draft.Invalid(FirstLine(source, second), "Only the first YAML document of a registry is read");
        }

        foreach (var entry in MappingFields.Of(root))
        {
            ReadSection(draft, entry);
        }

        return draft.Finish(readable: true);
    }

    private static void ReadSection(RegistryDraft draft, YamlEntry entry)
    {
        if (entry.KeyText is not { } key)
        {
            draft.Invalid(entry.Key.Span, "The name of a category must be a text");
            return;
        }

        var meant = Meant(draft, entry, key);
        switch (meant)
        {
            case not null when Array.IndexOf(RegistryKeys.RootValues, meant) >= 0 && entry.Value.AsScalar() is not null:
                break;
            case RegistryKeys.Flat:
                new TokenSectionReader(draft, RegistryKeys.Flat, TokenStatus.Registered, isFlat: true).Read(entry);
                break;
            case RegistryKeys.Deprecated:
                new TokenSectionReader(draft, RegistryKeys.Deprecated, TokenStatus.Deprecated).Read(entry);
                break;
            case RegistryKeys.Prohibited:
                new TokenSectionReader(draft, RegistryKeys.Prohibited, TokenStatus.Prohibited).Read(entry);
                break;
            case RegistryKeys.Hierarchy:
                ValueSectionReader.ReadHierarchy(draft, entry);
                break;
            case RegistryKeys.Compliance:
                ValueSectionReader.Read(draft, entry, draft.Compliance, RegistryKeys.ComplianceFields);
                break;
            case RegistryKeys.Metadata:
                ValueSectionReader.Read(draft, entry, draft.Metadata, RegistryKeys.MetadataFields);
                break;
            default:
                new TokenSectionReader(draft, key, TokenStatus.Registered).Read(entry);
                break;
        }
    }

    // A misspelt `prohibited` read as a category would turn a forbidden token into a registered one.
    private static string Meant(RegistryDraft draft, YamlEntry entry, string key)
    {
        if (Array.IndexOf(KnownRoot, key) >= 0 || Spelling.Nearest(key, KnownRoot) is not { } near)
        {
            return key;
        }

        draft.Invalid(entry.Key.Span, $"`{key}` is no section of a registry", $"Did you mean `{near}`?");
        return near;
    }

    private static TextSpan Start(SourceText source) => new(0, Math.Min(1, source.Text.Length));

    private static TextSpan FirstLine(SourceText source, TextSpan span)
    {
        if (source.Text.Length == 0)
        {
            return default;
        }

        var line = source.Lines.GetLine(source.GetPosition(span.Start).Line);
        return TextSpan.FromBounds(span.Start, Math.Max(span.Start, Math.Min(span.End, line.End)));
    }

    private static string Sentence(string message) => message.TrimEnd('.');
}
