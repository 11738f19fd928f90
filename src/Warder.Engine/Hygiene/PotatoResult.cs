using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Policy;

namespace Warder.Engine.Hygiene;

/// <summary>How a repository stands to the policy on sensitive files.</summary>
public sealed record PotatoResult
{
    /// <summary>The ignore files.</summary>
    public required IReadOnlyList<IgnoreFileState> IgnoreFiles { get; init; }

    /// <summary>Files of a protected pattern that git tracks or would take, sorted; certificates without a key and the like are left out.</summary>
    public required IReadOnlyList<ProtectedFile> Exposed { get; init; }

    /// <summary>How many more there are than are listed.</summary>
    public required int LeftOut { get; init; }

    /// <summary>What came of mending; empty where nothing was to be mended.</summary>
    public IReadOnlyList<IgnoreFileChange> Changes { get; init; } = [];

    /// <summary>What could not be looked at or done.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Whether nothing is wrong as far as was seen.</summary>
    public bool IsClean => Exposed.Count == 0 && IgnoreFiles.All(f => f.Missing.Count == 0);

    /// <summary>Looks at a repository.</summary>
    public static PotatoResult Of(RepositoryFiles files, AuditPolicy policy, IGitFacts git)
    {
        var check = new PotatoCheck(files, policy.Potato, git);
        var states = check.Run();
        var survey = FileSurvey.Of(git, policy);
        return new PotatoResult
        {
            IgnoreFiles = states,
            Exposed = [.. survey.Protected.Items.Where(f => SensitiveContent.WhyHarmless(files, f.Path) is null).OrderBy(f => f.Path, StringComparer.Ordinal)],
            LeftOut = survey.Protected.LeftOut,
            Diagnostics = check.Problems,
        };
    }
}
