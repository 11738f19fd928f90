using System.CommandLine;
using Warder.Engine.Auditing;
using Warder.Engine.Policy;
using Warder.Reports.Documents;
using Warder.Reports.Fixes;

namespace Warder.Cli;

/// <summary>Makes or checks generated documents; the commands differ in which.</summary>
internal static class DocumentRun
{
    private const string StandardOutput = "-";

    /// <summary>Runs for one document, or for all where none is named.</summary>
    public static int Run(ParseResult parse, DocumentFlags flags, DocumentKind? kind, string? output)
    {
        if (DocumentsOnDisk.Audit(parse.GetRequiredValue(flags.Repository)) is not { } result)
        {
            return ExitStatus.CouldNotWork;
        }

        var formats = flags.FormatsOf(parse);
        var checks = parse.GetValue(flags.Check);
        if (output is not null)
        {
            return WriteTo(result, kind!.Value, formats, output, checks, parse.GetValue(flags.Adopt));
        }

        var documents = DocumentsOnDisk.Of(result, kind is { } one ? [one] : null, formats, parse.GetValue(flags.Adopt));
        var status = checks ? Check(documents, isNamed: kind is not null) : Make(documents);
        var problems = DiagnosticLines.Write(result.Diagnostics.Concat(documents.Problems));
        return problems == ExitStatus.Clean ? status : problems;
    }

    private static int Check(DocumentsOnDisk documents, bool isNamed)
    {
        var status = ExitStatus.Clean;
        foreach (var document in documents.Documents)
        {
            if (!document.IsMade)
            {
                // Somebody who names a document wants it to be there; a look at all of them takes those that are.
                Console.Error.WriteLine($"warder: {document.Path}: Not made yet; 'warder docs {WordOf(document.Kind)}' makes it.");
                status = isNamed ? ExitStatus.CouldNotWork : status;
            }
            else if (document.HasDrifted)
            {
                Console.Out.Write(UnifiedDiff.Of(document.Path, document.Present!, document.Text!));
                Console.Error.WriteLine($"warder: {document.Path}: No longer tells what registry, policy and uses say; 'warder docs {WordOf(document.Kind)}' makes it anew.");
                status = status == ExitStatus.Clean ? ExitStatus.Findings : status;
            }
            else if (document.Problem is null)
            {
                Console.Out.WriteLine($"{document.Path} is up to date.");
            }
        }

        return status;
    }

    private static int Make(DocumentsOnDisk documents)
    {
        var written = documents.Write();
        foreach (var document in documents.Documents.Where(d => d.Problem is null))
        {
            Console.Out.WriteLine(written.Contains(document) ? $"{document.Path} {(document.IsMade ? "made anew" : "made")}." : $"{document.Path} is up to date.");
        }

        return ExitStatus.Clean;
    }

    private static int WriteTo(AuditResult result, DocumentKind kind, IReadOnlyList<DocumentFormat>? formats, string output, bool checks, bool adopts)
    {
        if (checks || formats is { Count: > 1 })
        {
            Console.Error.WriteLine($"warder: --output takes one document in one format{(checks ? ", and writes it: --check does not" : "")}.");
            return ExitStatus.CouldNotWork;
        }

        var isHtml = formats is [DocumentFormat.Html] || (formats is null && output.EndsWith(".html", StringComparison.OrdinalIgnoreCase));
        var root = result.Repository.Files.Root!;
        var options = new DocumentOptions
        {
            Present = path => path == output ? DocumentsOnDisk.Read(output) : DocumentsOnDisk.Read(root, path),
            Kinds = [kind],
            Formats = [isHtml ? DocumentFormat.Html : DocumentFormat.Markdown],
            Adopts = adopts,
            Path = output,
        };
        var document = GeneratedDocuments.For(result, output == StandardOutput ? options with { Present = path => path == output ? null : DocumentsOnDisk.Read(root, path) } : options)[0];
        if (document.Text is not { } text)
        {
            Console.Error.WriteLine($"warder: {output}: Not made: {document.Problem}.");
            return ExitStatus.CouldNotWork;
        }

        if (output == StandardOutput)
        {
            Console.Out.Write(text);
        }
        else
        {
            OutputFile.Write(output, writer => writer.Write(text));
        }

        return DiagnosticLines.Write(result.Diagnostics);
    }

    private static string WordOf(DocumentKind kind) => kind == DocumentKind.Matrix ? "matrix" : "policy";
}
