using Warder.Syntax.Shell;

namespace Warder.Engine.Permissions.Proof;

/// <summary>
/// The names in a script that stand for code which is read anyway: its functions, the scripts of the repository that it runs, and
/// the functions of those. Gathered when first asked for: few scripts run a program of which nothing is known.
/// </summary>
internal sealed class KnownNames
{
    private readonly JobProof _job;
    private readonly ShellScript _script;
    private readonly IReadOnlyList<string> _called;
    private HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? _names;

    /// <param name="job">The job that runs the script.</param>
    /// <param name="script">The script.</param>
    /// <param name="called">The scripts that it runs.</param>
    public KnownNames(JobProof job, ShellScript script, IReadOnlyList<string> called)
    {
        _job = job;
        _script = script;
        _called = called;
    }

    /// <summary>Whether this is one of them.</summary>
    public bool Has(ReadOnlySpan<char> name) => (_names ??= Gather().GetAlternateLookup<ReadOnlySpan<char>>()).Contains(name);

    private HashSet<string> Gather()
    {
        var names = new HashSet<string>(_script.Functions, StringComparer.Ordinal);
        foreach (var path in _called)
        {
            names.Add(path[(path.LastIndexOf('/') + 1)..]);
            var inRepository = _job.InRepository(path);
            if (inRepository.EndsWith("sh", StringComparison.Ordinal) && _job.Repository.LocalScripts.Shell(inRepository) is { } loaded)
            {
                names.UnionWith(loaded.Functions);
            }
        }

        return names;
    }
}
