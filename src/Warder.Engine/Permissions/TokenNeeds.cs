using Warder.Pipelines;

namespace Warder.Engine.Permissions;

/// <summary>What one token needs in one job.</summary>
public sealed class TokenNeeds
{
    private readonly List<Need> _needs = [];
    private readonly List<OpenQuestion> _unknowns = [];

    internal TokenNeeds(TokenReference token) => Token = token;

    /// <summary>The token.</summary>
    public TokenReference Token { get; }

    /// <summary>The permissions, each level and each choice on its own.</summary>
    public IReadOnlyList<Need> All => _needs;

    /// <summary>Why there may be more.</summary>
    public IReadOnlyList<OpenQuestion> Unknowns => _unknowns;

    internal void Add(string permission, GrantLevel level, IReadOnlyList<string> or, bool isAppOnly, Certainty certainty, NeedReason reason)
    {
        foreach (var need in _needs)
        {
            if (need.IsSame(permission, level, or))
            {
                need.Add(reason, certainty);
                return;
            }
        }

        var added = new Need(permission, level, or, isAppOnly);
        added.Add(reason, certainty);
        _needs.Add(added);
    }

    internal void Ask(OpenQuestion question)
    {
        if (!_unknowns.Contains(question))
        {
            _unknowns.Add(question);
        }
    }
}
