using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Redaction;
using Warder.Engine.Policy;

namespace Warder.Reports.Documents;

/// <summary>
/// The documents made of a repository's registry, policy and uses. The same repository gives the same text on every day and on every
/// machine: nothing in them counts from today, names a folder or a line.
/// </summary>
public static class GeneratedDocuments
{
    /// <summary>The documents as they should be; none where there is no readable registry.</summary>
    public static IReadOnlyList<GeneratedDocument> For(AuditResult result, DocumentOptions options)
    {
        if (result.Repository.Registry is not { IsReadable: true } registry)
        {
            return [];
        }

        var paths = Enum.GetValues<DocumentKind>().ToDictionary(k => k, k => PathOf(result.Repository, k));
        var own = paths.Values.Concat(paths.Values.Select(HtmlPathOf)).ToHashSet(StringComparer.Ordinal);
        var overview = new RegistryOverview(result, registry, own);
        var documents = new List<GeneratedDocument>();
        foreach (var kind in options.Kinds)
        {
            foreach (var format in FormatsOf(result.Repository, options, kind, paths[kind]))
            {
                documents.Add(Make(overview, options, kind, format, paths));
            }
        }

        return documents;
    }

    /// <summary>Where a document lies in Markdown.</summary>
    public static string PathOf(Repository repository, DocumentKind kind) => kind == DocumentKind.Matrix
        ? repository.Policy.GeneratedDocs.MatrixPath
        : repository.Policy.GeneratedDocs.PolicyPathFor(repository.DefaultToken);

    /// <summary>Where the page in HTML lies beside a Markdown file.</summary>
    public static string HtmlPathOf(string path) => (path.EndsWith(".md", StringComparison.Ordinal) ? path[..^3] : path) + ".html";

    private static IReadOnlyList<DocumentFormat> FormatsOf(Repository repository, DocumentOptions options, DocumentKind kind, string path)
    {
        if (options.Formats is { } given)
        {
            return given;
        }

        var formats = repository.Policy.GeneratedDocs.Formats;
        return !formats.Contains(DocumentFormat.Html) && options.Present(HtmlPathOf(path)) is { } html && HtmlPage.IsOurs(html, kind)
            ? [.. formats, DocumentFormat.Html]
            : formats;
    }

    private static GeneratedDocument Make(RegistryOverview overview, DocumentOptions options, DocumentKind kind, DocumentFormat format, Dictionary<DocumentKind, string> paths)
    {
        var isHtml = format == DocumentFormat.Html;
        var path = options.Path ?? (isHtml ? HtmlPathOf(paths[kind]) : paths[kind]);
        var present = options.Present(path);

        // Words written by hand are in the Markdown file; the page in HTML shows them.
        var source = isHtml ? options.Present(paths[kind]) : present ?? (options.Path is null ? null : options.Present(paths[kind]));
        string? because = null;
        var kept = source is null ? KeptParts.None
            : KeptParts.IsOurs(source, kind) ? KeptParts.Read(source, kind, out because)
            : options.Adopts ? KeptParts.Adopt(source)
            : isHtml ? KeptParts.None
            : null;
        if (kept is null)
        {
            return new GeneratedDocument(kind, format, path, present, Text: null, because ?? "it was not made by Warder, and is not written over; --adopt keeps its text in a part of its own");
        }

        if (isHtml && present is not null && !HtmlPage.IsOurs(present, kind))
        {
            return new GeneratedDocument(kind, format, path, present, Text: null, "it was not made by Warder, and is not written over; move it away first");
        }

        var other = paths[kind == DocumentKind.Matrix ? DocumentKind.Policy : DocumentKind.Matrix];
        var link = LinkBetween(paths[kind], isHtml ? HtmlPathOf(other) : other);
        var page = kind == DocumentKind.Matrix ? MatrixDocument.Build(overview, link) : PolicyDocument.Build(overview, link);
        var text = isHtml ? new HtmlPage(page, kept).Write() : new MarkdownPage(page, kept).Write(Redactor.Known.Redact);
        return new GeneratedDocument(kind, format, path, present, isHtml ? Redactor.Known.Redact(text) : text, Problem: null);
    }

    /// <summary>The way from one file of the repository to another, with what a link cannot hold written as it must be.</summary>
    private static string LinkBetween(string from, string to)
    {
        var (source, target) = (from.Split('/')[..^1], to.Split('/'));
        var shared = source.Zip(target[..^1]).TakeWhile(p => p.First == p.Second).Count();
        return string.Join('/', Enumerable.Repeat("..", source.Length - shared).Concat(target[shared..].Select(Uri.EscapeDataString)));
    }
}
