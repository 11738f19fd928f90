using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;

namespace Warder.Engine.Rules.Registry;

/// <summary>Finds authorized workflows and scripts that are not in the repository.</summary>
public sealed class RegistryStalePath : RegistryRule
{
    private const string WorkflowFolder = ".github/workflows/";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "registry-stale-path",
        Title = "An authorized file that is not there",
        Category = RuleCategory.Registry,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-5", "NHI-1"],
    };

    /// <inheritdoc/>
    protected override void Visit(RegistryContext context)
    {
        if (context.Repository.IsLoose)
        {
            return;
        }

        foreach (var entry in context.Registry.Entries)
        {
            Check(context, entry, entry.AuthorizedWorkflows ?? [], "workflow", WorkflowFolder);
            Check(context, entry, entry.AuthorizedScripts ?? [], "script", within: "");
        }
    }

    private void Check(RegistryContext context, TokenEntry entry, IReadOnlyList<AuthorizedPath> paths, string what, string within)
    {
        foreach (var path in paths)
        {
            if (IsThere(context.Repository.Files, path.Pattern))
            {
                continue;
            }

            context.Report(this, new FindingDraft
            {
                Span = path.Span,
                Message = path.Pattern.IsLiteral
                    ? $"The {what} {path.Pattern.Text}, authorized for {entry.Name}, is not in the repository"
                    : $"No file fits {path.Pattern.Text}, authorized for {entry.Name}",
                Why = "Whoever adds a file of this name later gets the token without a review",
                Hint = Suggest(context.Repository.Files, path.Pattern, within),
                Token = entry.Name,
                Identity = path.Pattern.Text,
            });
        }
    }

    private static bool IsThere(RepositoryFiles files, PathPattern pattern)
    {
        if (pattern.IsLiteral)
        {
            return files.Exists(pattern.Text);
        }

        // `**` authorizes everything there is, be it nothing.
        return pattern.Text == "**" || files.Paths.Any(pattern.Matches);
    }

    private static string Suggest(RepositoryFiles files, PathPattern pattern, string within)
    {
        const string Remove = "Remove the line, or name the file that took its place";
        if (!pattern.IsLiteral)
        {
            return Remove;
        }

        var below = pattern.Text + "/";
        if (files.Paths.Any(p => p.StartsWith(below, StringComparison.Ordinal)))
        {
            return $"It is a folder: write `{pattern.Text}/` for everything below it";
        }

        var name = NameOf(pattern.Text).ToString();
        string? moved = null;
        foreach (var path in files.Paths)
        {
            if (path.StartsWith(within, StringComparison.Ordinal) && NameOf(path).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                moved = moved is null ? path : "";
            }
        }

        if (!string.IsNullOrEmpty(moved))
        {
            return $"Did you mean `{moved}`?";
        }

        var folder = pattern.Text[..^name.Length];
        var alike = files.Paths.Where(p => Math.Abs(p.Length - pattern.Text.Length) <= Spelling.MostChanges && p.StartsWith(folder, StringComparison.Ordinal));
        var near = Spelling.Nearest(name, alike.Select(p => p[folder.Length..]));
        return near is null ? Remove : $"Did you mean `{folder}{near}`?";
    }

    private static ReadOnlySpan<char> NameOf(string path) => path.AsSpan(path.LastIndexOf('/') + 1);
}
