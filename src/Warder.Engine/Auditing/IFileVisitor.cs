using Warder.Pipelines;
using Warder.Pipelines.Scripts;

namespace Warder.Engine.Auditing;

/// <summary>Looks at the files of a plan, or remembers what an earlier look found.</summary>
internal interface IFileVisitor
{
    /// <summary>What was found in each workflow and action.</summary>
    IReadOnlyList<FileAudit> VisitPipelines(IReadOnlyList<string> paths);

    /// <summary>What was found in each script and document.</summary>
    /// <param name="scripts">The scripts.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="names">The names that they are searched for.</param>
    /// <param name="environments">By script, the tokens that its variables hold where workflows run it.</param>
    (IReadOnlyList<FileAudit> Scripts, IReadOnlyList<FileAudit> Documents) VisitOthers(
        IReadOnlyList<string> scripts,
        IReadOnlyList<(string Path, bool IsConfiguration)> documents,
        TokenNames names,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<TokenReference>>> environments);
}
