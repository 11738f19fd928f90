using Warder.Syntax.Shell;

namespace Warder.Engine.Permissions.Proof;

/// <summary>Lists the functions that a script may call: its own, and those of the scripts of the repository that it loads.</summary>
internal static class FunctionNames
{
    public static IEnumerable<string> Of(JobProof job, ShellScript script, IReadOnlyList<string> called)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Add(names, script);
        foreach (var path in called)
        {
            var inRepository = job.InRepository(path);
            if (inRepository.EndsWith("sh", StringComparison.Ordinal) && job.Repository.LocalScripts.Shell(inRepository) is { } loaded)
            {
                Add(names, loaded);
            }
        }

        return names;
    }

    private static void Add(HashSet<string> names, ShellScript script)
    {
        foreach (var command in script.Commands)
        {
            if (command.Function is { } name)
            {
                names.Add(name);
            }
        }
    }
}
