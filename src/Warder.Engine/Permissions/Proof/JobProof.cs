using Warder.Engine.Auditing;
using Warder.Engine.Permissions.Values;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Proof;

/// <summary>What is known while the steps of one job are walked: needs so far, and the credentials that earlier steps left behind.</summary>
internal sealed class JobProof
{
    /// <summary>How deep actions, workflows and scripts may call each other; the platform stops at ten.</summary>
    public const int MaxDepth = 10;

    public const string Identity = "id-token";

    private readonly Dictionary<string, PossibleValue> _exported = new(StringComparer.Ordinal);

    public JobProof(Repository repository, JobNeeds needs, PermissionSet? granted)
    {
        Repository = repository;
        Needs = needs;
        Granted = granted;
    }

    public Repository Repository { get; }

    public JobNeeds Needs { get; }

    /// <summary>What the job is granted in writing; null where nothing is.</summary>
    public PermissionSet? Granted { get; }

    /// <summary>The credential that git commands use; empty where none was left behind.</summary>
    public PossibleValue Git { get; set; } = PossibleValue.Empty;

    /// <summary>The credentials of the registries that earlier steps logged in to, by host.</summary>
    public Dictionary<string, PossibleValue> Registries { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The credential of <c>gh</c> where it was told one by <c>gh auth login</c>.</summary>
    public PossibleValue GitHubCli { get; set; } = PossibleValue.Empty;

    /// <summary>The credential that steps wrote into an npm configuration for the platform's registry, or for one that is not known.</summary>
    public PossibleValue Packages { get; set; } = PossibleValue.Empty;

    /// <summary>Variables that such a configuration names.</summary>
    public List<string> PackageVariables { get; } = [];

    /// <summary>Variables that earlier steps wrote to the file of the environment.</summary>
    public IReadOnlyDictionary<string, PossibleValue> Exported => _exported;

    /// <summary>How often one was written: what was gathered of them holds until then.</summary>
    public int Exports { get; private set; }

    /// <summary>Variables that actions set for later steps, for the programs that read one of that name; no other is suspected of it.</summary>
    public Dictionary<string, PossibleValue> ExportedByName { get; } = new(StringComparer.Ordinal);

    /// <summary>The value of a variable that an earlier step set for later ones; null where none did.</summary>
    public PossibleValue? FindExported(string name) => Exported.GetValueOrDefault(name) ?? ExportedByName.GetValueOrDefault(name);

    /// <summary>Notes a variable that a step writes to the file of the environment.</summary>
    public void Export(string name, PossibleValue value)
    {
        _exported[name] = value;
        Exports++;
    }

    /// <summary>Programs of which it is not known what they do, where they could use a credential of the job.</summary>
    public List<OpaqueProgram> Programs { get; } = [];

    /// <summary>Scripts that were entered, so that two that call each other end.</summary>
    public HashSet<string> Entered { get; } = new(StringComparer.Ordinal);

    /// <summary>Folders into which the repository itself was checked out.</summary>
    public List<string> Checkouts { get; } = [];

    /// <summary>How many calls lead to what is walked now.</summary>
    public int Depth { get; set; }

    /// <summary>How many actions of the repository were entered.</summary>
    public int ActionsEntered { get; set; }

    /// <summary>What must hold for all that is walked now, so that what it needs is possible only; null where nothing must.</summary>
    public string? Doubt { get; set; }

    /// <summary>The path in the repository of one in the workspace: a checkout may have put the repository into a folder.</summary>
    public string InRepository(string path)
    {
        foreach (var folder in Checkouts)
        {
            if (string.Equals(path, folder, StringComparison.Ordinal))
            {
                return "";
            }

            if (path.StartsWith(folder + "/", StringComparison.Ordinal))
            {
                return path[(folder.Length + 1)..];
            }
        }

        return path;
    }

    /// <summary>
    /// What git sends where an address carries a credential: the header that a checkout left behind goes before it (actions/checkout#162),
    /// and how the one or the other was removed meanwhile is not always seen.
    /// </summary>
    public PossibleValue SentWith(PossibleValue address, bool toPlatform) =>
        toPlatform && Git.MayBeDefault && !address.Tokens.Contains(TokenReference.Default) ? PossibleValue.Either(Git, address) : address;

    /// <summary>Notes that whoever holds a credential needs a permission.</summary>
    public void Charge(PossibleValue holder, Requirement requirement, bool? holds, NeedReason reason)
    {
        if (holds == false)
        {
            return;
        }

        if (Doubt is not null && holds == true)
        {
            holds = null;
            reason = reason with { Condition = Doubt };
        }

        if (requirement.Permission == Identity)
        {
            Add(TokenReference.Default, requirement, holds == true, reason);
            return;
        }

        var isSure = holds == true && holder is { Tokens.Count: 1, MayBeOther: false };
        foreach (var token in holder.Tokens)
        {
            Add(token, requirement, isSure, reason);
        }

        if (holder.IsFromOutside && !holder.Tokens.Contains(TokenReference.Default))
        {
            Add(TokenReference.Default, requirement, isSure: false, reason);
        }
    }

    /// <summary>Notes that whoever holds a credential may need more than is known.</summary>
    public void Ask(PossibleValue holder, OpenQuestion question)
    {
        foreach (var token in holder.Tokens)
        {
            Needs.Of(token).Ask(question);
        }

        if (holder.IsFromOutside)
        {
            Needs.Default.Ask(question);
        }
    }

    private void Add(TokenReference token, Requirement requirement, bool isSure, NeedReason reason)
    {
        if (token.Kind is TokenKind.DefaultToken or TokenKind.Secret)
        {
            Needs.Of(token).Add(
                requirement.Permission,
                requirement.Level,
                requirement.Or,
                requirement.IsAppOnly,
                isSure ? Certainty.Certain : Certainty.Possible,
                isSure ? reason with { Condition = null } : reason);
        }
    }
}
