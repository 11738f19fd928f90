using Warder.Pipelines;

namespace Warder.Engine.Permissions;

/// <summary>A permission that a token needs in a job, with all that makes it necessary.</summary>
public sealed class Need
{
    private readonly List<NeedReason> _because = [];

    internal Need(string permission, GrantLevel level, IReadOnlyList<string> or, bool isAppOnly)
    {
        Permission = permission;
        Level = level;
        Or = or;
        IsAppOnly = isAppOnly;
    }

    /// <summary>The permission, as a workflow spells it.</summary>
    public string Permission { get; }

    /// <summary>The level.</summary>
    public GrantLevel Level { get; }

    /// <summary>Permissions of which one serves instead, at the same level.</summary>
    public IReadOnlyList<string> Or { get; }

    /// <summary>Whether only apps and personal tokens can have it, so that no <c>permissions</c> can grant it.</summary>
    public bool IsAppOnly { get; }

    /// <summary>How sure it is: that of the surest reason.</summary>
    public Certainty Certainty { get; private set; }

    /// <summary>What makes it necessary, the surest first, then in the order of the run.</summary>
    public IReadOnlyList<NeedReason> Because => _because;

    /// <summary>Whether the platform does not start the workflow without it, however public the repository is.</summary>
    public bool RefusesStart => _because.Exists(r => r.RefusesStart);

    /// <summary>Whether this permission, or one that serves instead, is among some names.</summary>
    public bool IsServedBy(string permission) => permission == Permission || Or.Contains(permission, StringComparer.Ordinal);

    internal bool IsSame(string permission, GrantLevel level, IReadOnlyList<string> or) =>
        permission == Permission && level == Level && or.SequenceEqual(Or, StringComparer.Ordinal);

    internal void Add(NeedReason reason, Certainty certainty)
    {
        if (_because.Contains(reason))
        {
            return;
        }

        if (certainty > Certainty)
        {
            Certainty = certainty;
            _because.Insert(0, reason);
        }
        else
        {
            _because.Add(reason);
        }
    }
}
