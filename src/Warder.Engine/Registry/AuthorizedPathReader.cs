using Warder.Syntax.Yaml;

namespace Warder.Engine.Registry;

/// <summary>Reads <c>authorized_workflows</c> and <c>authorized_scripts</c>.</summary>
internal static class AuthorizedPathReader
{
    private const string WorkflowFolder = ".github/workflows/";
    private static readonly PathPattern Everything = new("**");

    public static List<AuthorizedPath>? Read(RegistryDraft draft, YamlEntry entry, bool areWorkflows)
    {
        if (MappingFields.IsNull(entry.Value))
        {
            return null;
        }

        switch (entry.Value.Resolve())
        {
            case YamlScalar scalar:
                return [Of(scalar, areWorkflows)];
            case YamlSequence list:
                var paths = new List<AuthorizedPath>(list.Items.Count);
                foreach (var item in list.Items)
                {
                    if (item.AsScalar() is { } path && !MappingFields.IsNull(path) && path.Value.AsSpan().Trim().Length > 0)
                    {
                        paths.Add(Of(path, areWorkflows));
                    }
                    else
                    {
                        draft.Invalid(item.Span, $"`{entry.KeyText}` must list paths, not {RegistryDraft.Word(item)}");
                    }
                }

                return paths;
            default:
                draft.Invalid(entry.Value.Span, $"`{entry.KeyText}` must be a list of paths, not {RegistryDraft.Word(entry.Value)}");
                return null;
        }
    }

    private static AuthorizedPath Of(YamlScalar scalar, bool areWorkflows)
    {
        var text = scalar.Value.Trim();
        if (text == "*" || string.Equals(text, "all", StringComparison.OrdinalIgnoreCase))
        {
            return new AuthorizedPath(text, Everything, scalar.Span);
        }

        var pattern = new PathPattern(text);
        if (areWorkflows && !pattern.Text.Contains('/', StringComparison.Ordinal) && pattern.Text != "**")
        {
            pattern = new PathPattern(WorkflowFolder + pattern.Text);
        }

        return new AuthorizedPath(text, pattern, scalar.Span);
    }
}
