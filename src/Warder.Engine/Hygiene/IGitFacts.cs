using Warder.Engine.Findings;

namespace Warder.Engine.Hygiene;

/// <summary>
/// What git says of a repository. The engine starts no process: whoever runs it hands this in. Nothing is asked before a rule or a
/// command needs an answer.
/// </summary>
public interface IGitFacts
{
    /// <summary>What could not be asked so far; empty where all answers are whole.</summary>
    IReadOnlyList<Diagnostic> Problems { get; }

    /// <summary>The files that git tracks and, where wanted, those that it neither tracks nor ignores; told while they are listed, not kept.</summary>
    IEnumerable<GitFile> Files(bool withUntracked);

    /// <summary>What git's ignore rules say of paths, tracked or not, there or not; in the order of the paths. A folder's path ends in <c>/</c>.</summary>
    IReadOnlyList<IgnoreVerdict> AskIgnored(IReadOnlyList<string> paths);
}
