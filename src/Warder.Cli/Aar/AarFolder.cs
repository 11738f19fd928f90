using System.Globalization;
using Warder.Engine.Exposure.Redaction;
using Warder.Engine.Periods;
using Warder.Reports.Aar;
using Warder.Reports.Templates;

namespace Warder.Cli.Aar;

/// <summary>The folder of reports in a repository: <c>.aar/2026/Q4/health/health-2026-11-25.md</c>, and the index of all.</summary>
internal static class AarFolder
{
    private const string Folder = ".aar";
    private const string Templates = Folder + "/templates";
    private const string Index = Folder + "/index.md";

    /// <summary>Writes a report, Markdown and JSON, and the index, all or nothing; the path of the Markdown.</summary>
    public static string Write(string root, AarFacts facts)
    {
        var model = AarModel.Of(facts);
        using var batch = new OutputBatch(root, Folder);
        var path = Known(root, facts.Head) ?? PathOf(facts.Head);
        var json = path[..^".md".Length] + ".json";
        var document = Make(root, facts, model, path, json);
        batch.AddAsIs(path, document.Markdown);
        batch.Add(json, writer => writer.Write(document.Json));
        batch.AddAsIs(Index, IndexOf(root, path, document.Markdown));
        batch.Commit();
        return path;
    }

    private static AarDocument Make(string root, AarFacts facts, System.Text.Json.Nodes.JsonObject model, string path, string json)
    {
        try
        {
            return AarDocument.Make(model, facts.Head.Kind, DocumentsOnDisk.Read(root, path), DocumentsOnDisk.Read(root, json), name => OwnTemplate(root, name), out var because)
                ?? throw new OutputError($"{path} is not written: {because}.");
        }
        catch (TemplateException wrong)
        {
            throw new OutputError(wrong.Message, wrong);
        }
    }

    /// <summary>The user's own template or piece: <c>aar/health.md</c> is <c>.aar/templates/health.md.liquid</c>.</summary>
    private static (string Path, string Text)? OwnTemplate(string root, string name)
    {
        var parts = name.Split('/');
        if (parts is not ["aar", _, ..] || parts.Any(p => p is "" or "." or ".."))
        {
            return null;
        }

        var path = $"{Templates}/{string.Join('/', parts[1..])}.liquid";
        return DocumentsOnDisk.Read(root, path) is { } text ? (path, text) : null;
    }

    /// <summary>The file that tells of the same issue or pull request already, whatever its title was then; null for none.</summary>
    private static string? Known(string root, AarHead head)
    {
        if (head.Number is null)
        {
            return null;
        }

        var start = StartOf(head);
        return FilesIn(root)
            .Where(e => e.Path.Split('/') is [_, _, var folder, var name] && folder == AarWords.FolderOf(head.Kind)
                && (name == start + ".md" || name.StartsWith(start + "-", StringComparison.Ordinal)))
            .Select(e => $"{Folder}/{e.Path}")
            .LastOrDefault(p => DocumentsOnDisk.Read(root, p) is { } text && AarDocument.IsOurs(text, head.Kind));
    }

    private static string PathOf(AarHead head)
    {
        var day = head.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var title = Redactor.Known.Redact(head.Title);
        var slug = AarWords.SlugOf(title[(title.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? colon + 2 : title.Length)..]);
        var name = head.Kind switch
        {
            AarKind.Governance or AarKind.Health => $"{AarWords.NameOf(head.Kind)}-{day}",
            AarKind.Issue or AarKind.PullRequest => slug.Length > 0 ? $"{StartOf(head)}-{slug}" : StartOf(head),
            _ => $"{day}-{slug}",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Folder}/{head.Day.Year:0000}/Q{Period.QuarterOf(head.Day)}/{AarWords.FolderOf(head.Kind)}/{name}.md");
    }

    private static string StartOf(AarHead head) => string.Create(CultureInfo.InvariantCulture, $"{(head.Kind == AarKind.Issue ? "issue" : "pr")}-{head.Number}");

    private static string IndexOf(string root, string path, string markdown)
    {
        var own = path[(Folder.Length + 1)..];
        var entries = FilesIn(root)
            .Where(e => e.IsReport && e.Path != own)
            .Select(e => e with { Title = Redactor.Known.Redact(TitleOf(root, e.Path)) })
            .Append(new AarIndexEntry(own, AarIndex.TitleOf(markdown, own)))
            .ToList();
        return AarIndex.Write(DocumentsOnDisk.Read(root, Index), entries, out var because) ?? throw new OutputError($"{Index} is not written: {because}.");
    }

    private static string TitleOf(string root, string path)
    {
        // A link or a file that is no text is named, and not read.
        try
        {
            return DocumentsOnDisk.Read(root, $"{Folder}/{path}") is { } text ? AarIndex.TitleOf(text, path.Split('/')[^1]) : AarIndex.TitleOf("", path.Split('/')[^1]);
        }
        catch (OutputError)
        {
            return AarIndex.TitleOf("", path.Split('/')[^1]);
        }
    }

    /// <summary>The Markdown files in the folders of quarters, by path.</summary>
    private static IEnumerable<AarIndexEntry> FilesIn(string root)
    {
        var top = Path.Join(root, Folder);
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3, AttributesToSkip = FileAttributes.ReparsePoint };
        return Directory.Exists(top)
            ? Directory.EnumerateFiles(top, "*.md", options)
                .Select(f => new AarIndexEntry(Path.GetRelativePath(top, f).Replace('\\', '/'), ""))
                .Where(e => e.IsReport)
                .OrderBy(e => e.Path, StringComparer.Ordinal)
            : [];
    }
}
