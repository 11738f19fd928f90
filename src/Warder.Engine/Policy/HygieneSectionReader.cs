using Warder.Engine.Hygiene;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Policy;

/// <summary>Reads the sections <c>potato</c> and <c>guard</c> of a policy.</summary>
internal sealed class HygieneSectionReader(PolicyDraft draft)
{
    public PotatoPolicy ReadPotato(YamlMapping? mapping)
    {
        if (mapping is null)
        {
            return PotatoPolicy.Default;
        }

        IReadOnlyList<ProtectedPattern> patterns = ProtectedPatterns.Embedded.Patterns;
        List<ProtectedPattern> own = [];
        List<PathPattern> allowed = [];
        List<string>? files = null;
        List<string> required = [.. ProtectedPatterns.Embedded.IgnoreFiles.Where(f => f.IsRequired).Select(f => f.Path)];
        foreach (var (key, entry) in draft.Entries(mapping, "`potato`", PolicyKeys.Potato))
        {
            switch (key)
            {
                case "patterns":
                    patterns = Protected(entry, "potato.patterns");
                    break;
                case "also":
                    own = Protected(entry, "potato.also");
                    break;
                case "allow":
                    allowed = draft.Patterns(entry, "potato.allow");
                    break;
                case "files":
                    files = Paths(entry, "potato.files");
                    break;
                default:
                    required = Paths(entry, "potato.required");
                    break;
            }
        }

        files ??= [.. ProtectedPatterns.Embedded.IgnoreFiles.Select(f => f.Path)];
        return new PotatoPolicy
        {
            Patterns = [.. patterns.Concat(own).DistinctBy(p => p.Text, StringComparer.Ordinal)],
            Allowed = allowed,
            IgnoreFiles =
            [
                .. files.Union(required, StringComparer.Ordinal)
                    .Select(f => new IgnoreFile(f, IgnoreFile.SyntaxOf(f), required.Contains(f, StringComparer.Ordinal))),
            ],
        };
    }

    public GuardPolicy ReadGuard(YamlMapping? mapping)
    {
        var guard = GuardPolicy.Default;
        if (mapping is null)
        {
            return guard;
        }

        foreach (var (key, entry) in draft.Entries(mapping, "`guard`", PolicyKeys.Guard))
        {
            guard = key switch
            {
                "allow" => guard with { Allowed = Names(entry, "guard.allow") },
                "also" => guard with { OwnArtifacts = Names(entry, "guard.also") },
                _ => Paths(entry, "guard.logs") is [var folder, ..] ? guard with { Logs = folder } : guard,
            };
        }

        return guard;
    }

    /// <summary>The default pattern of the same text, with its samples, else a new one.</summary>
    private List<ProtectedPattern> Protected(YamlEntry entry, string name)
    {
        var patterns = new List<ProtectedPattern>();
        foreach (var (text, span) in draft.Texts(entry, name))
        {
            if (text is ['!', ..] or ['#', ..] || text.Trim('/', '*').Length == 0)
            {
                draft.Invalid(span, $"`{name}` takes patterns of files, and `{text}` is none");
                continue;
            }

            patterns.Add(
                ProtectedPatterns.Embedded.Patterns.FirstOrDefault(p => p.Text == text)
                ?? new ProtectedPattern(text, "protected by the policy", samples: [], exceptions: []));
        }

        return patterns;
    }

    private List<string> Paths(YamlEntry entry, string name)
    {
        var paths = new List<string>();
        foreach (var (text, span) in draft.Texts(entry, name))
        {
            var pattern = new PathPattern(text.TrimEnd('/'));
            if (pattern.IsLiteral && pattern.Text.Length > 0 && !pattern.Text.Split('/').Any(p => p is ".." or ".git"))
            {
                paths.Add(pattern.Text);
            }
            else
            {
                draft.Invalid(span, $"`{name}` must name places inside the repository");
            }
        }

        return paths;
    }

    private List<PathPattern> Names(YamlEntry entry, string name)
    {
        var names = new List<PathPattern>();
        foreach (var (text, span) in draft.Texts(entry, name))
        {
            if (text.TrimEnd('/').TrimStart('/').Contains('/', StringComparison.Ordinal))
            {
                draft.Invalid(span, $"`{name}` takes names in the root of the repository, without a folder");
            }
            else
            {
                names.Add(new PathPattern(text.TrimEnd('/')));
            }
        }

        return names;
    }
}
