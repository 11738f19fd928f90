using Warder.Syntax.Shell;

namespace Warder.Engine.Permissions.Proof;

/// <summary>Lists the functions that a script may call: its own, and those of the scripts of the repository that it loads.</summary>
internal static class FunctionNames
{
    public static IEnumerable<string> Of(JobProof job, ShellScript script, IReadOnlyList<string> called)
    {
        var names = new HashSet<string>(script.Functions, StringComparer.Ordinal);
        foreach (var path in called)
        {
            var inRepository = job.InRepository(path);
            if (inRepository.EndsWith("sh", StringComparison.Ordinal) && job.Repository.LocalScripts.Shell(inRepository) is { } loaded)
            {
                names.UnionWith(loaded.Functions);
            }
        }

        return names;
    }
}
