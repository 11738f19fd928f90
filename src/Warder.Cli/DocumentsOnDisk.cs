using System.Text;
using Warder.Engine.Auditing;
using Warder.Engine.Enforcement;
using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Reports.Documents;

namespace Warder.Cli;

/// <summary>The generated documents of a repository on disk: as they are, and as they should be.</summary>
/// <param name="Result">The audit that they are made from.</param>
/// <param name="Documents">The documents.</param>
internal sealed record DocumentsOnDisk(AuditResult Result, IReadOnlyList<GeneratedDocument> Documents)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What is wrong with one that is there but cannot be told or made.</summary>
    public IEnumerable<Diagnostic> Problems =>
        Documents.Where(d => d.Problem is not null).Select(d => new Diagnostic("document-not-made", $"Not made: {d.Problem}.", d.Path));

    /// <summary>Audits the repository that the folder is or lies in; null, with the reason on standard error, where that cannot be done.</summary>
    public static AuditResult? Audit(string path)
    {
        if (RepositoryFolder.Audit(path, new AuditRun { ShowProgress = true }) is not { } result)
        {
            return null;
        }

        if (result.Repository.Registry is not { IsReadable: true })
        {
            Console.Error.WriteLine(result.Repository.Registry is null
                ? $"warder: {result.Repository.Files.Name} has no registry to make documents from. 'warder registry discover --write' makes one from what is used."
                : $"warder: {result.Repository.Registry.Source.Path} cannot be read. 'warder registry check' says what is wrong with it.");
            return null;
        }

        return result;
    }

    /// <summary>The documents of an audited repository, compared with the disk.</summary>
    public static DocumentsOnDisk Of(AuditResult result, IReadOnlyList<DocumentKind>? kinds = null, IReadOnlyList<DocumentFormat>? formats = null, bool adopts = false) => new(
        result,
        GeneratedDocuments.For(result, new DocumentOptions
        {
            Present = path => Read(result.Repository.Files.Root!, path),
            Kinds = kinds ?? [DocumentKind.Matrix, DocumentKind.Policy],
            Formats = formats,
            Adopts = adopts,
        }));

    /// <summary>How the documents of an audited repository stand, for the enforcement run; none where there is no registry to make them from.</summary>
    public static IReadOnlyList<DocumentState> StatesOf(AuditResult result) =>
        result.Repository.Files.Root is null ? [] : [.. Of(result).Documents.Select(d => new DocumentState(d.Path, StandingOf(d)))];

    private static DocumentStanding StandingOf(GeneratedDocument document) => document switch
    {
        { IsMade: false } => DocumentStanding.Missing,
        { Problem: not null } => DocumentStanding.Foreign,
        { HasDrifted: true } => DocumentStanding.Drifted,
        _ => DocumentStanding.Current,
    };

    /// <summary>Writes what has drifted or is not made yet; what was written.</summary>
    public IReadOnlyList<GeneratedDocument> Write()
    {
        List<GeneratedDocument> changed = [.. Documents.Where(d => d.Text is not null && (!d.IsMade || d.HasDrifted))];
        foreach (var document in changed)
        {
            OutputFile.WriteInside(Result.Repository.Files.Root!, document.Path, writer => writer.Write(document.Text));
        }

        return changed;
    }

    /// <summary>The text of a file; null where there is none. No byte of it is lost: what is not UTF-8 cannot be kept, and is refused.</summary>
    public static string? Read(string root, string path)
    {
        OutputFile.RefuseLinks(root, path);
        return Read(Path.Join(root, path));
    }

    /// <summary>The text of a file that the user named; null where there is none.</summary>
    public static string? Read(string full)
    {
        try
        {
            return File.Exists(full) ? Strict.GetString(File.ReadAllBytes(full)) : null;
        }
        catch (DecoderFallbackException wrong)
        {
            throw new OutputError($"{full} is not UTF-8, so its hand-written parts could not be kept.", wrong);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new OutputError($"{full} cannot be read: {wrong.Message}", wrong);
        }
    }
}
