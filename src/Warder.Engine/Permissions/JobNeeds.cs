using Warder.Pipelines;

namespace Warder.Engine.Permissions;

/// <summary>What the tokens of one job need, proven from the files. Holds no tree, so that it may outlive its file.</summary>
public sealed class JobNeeds
{
    private readonly List<TokenNeeds> _others = [];

    internal JobNeeds(string path, string job)
    {
        Path = path;
        Job = job;
    }

    /// <summary>The workflow's file.</summary>
    public string Path { get; }

    /// <summary>The job's id.</summary>
    public string Job { get; }

    /// <summary>What the default token and the job itself need.</summary>
    public TokenNeeds Default { get; } = new(TokenReference.Default);

    /// <summary>What every other token needs, in the order in which they are met.</summary>
    public IReadOnlyList<TokenNeeds> Others => _others;

    /// <summary>Whether a step uses the git credential that a checkout left behind.</summary>
    public bool UsesGitCredential { get; internal set; }

    /// <summary>Whether a program that is not read could use that credential.</summary>
    public bool MayUseGitCredential { get; internal set; }

    /// <summary>Whether all that the default token needs is known, at least as what it needs at most.</summary>
    public bool IsResolved => Default.Unknowns.Count == 0;

    /// <summary>How many calls of workflows have been followed for the job.</summary>
    internal int Calls { get; set; }

    internal TokenNeeds Of(TokenReference token)
    {
        if (token == TokenReference.Default)
        {
            return Default;
        }

        foreach (var known in _others)
        {
            if (known.Token == token)
            {
                return known;
            }
        }

        var added = new TokenNeeds(token);
        _others.Add(added);
        return added;
    }
}
