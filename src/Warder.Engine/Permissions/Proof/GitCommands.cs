using Warder.Engine.Facts;
using Warder.Engine.Permissions.Commands;
using Warder.Engine.Permissions.Values;

namespace Warder.Engine.Permissions.Proof;

/// <summary>Follows the credential of git through the commands that change it.</summary>
internal static class GitCommands
{
    private static readonly string[] SettingWords = ["insteadOf", "extraheader", "credential.helper", "credential."];

    public static void Note(JobProof job, CommandLine line)
    {
        var verb = line.Verb;
        if (verb is not ("remote" or "config" or "clone"))
        {
            return;
        }

        var carried = line.Carried();
        if (verb == "config")
        {
            var isSetting = line.Words.Any(w => SettingWords.Any(s => w.Text.Contains(s, StringComparison.OrdinalIgnoreCase)));
            if (isSetting && (line.Has("--unset", "--unset-all", "--remove-section") || line.Positional(1) is "unset"))
            {
                // What a checkout wrote stands in the repository's own configuration.
                job.Git = line.Has("--global", "--system") ? job.Git : PossibleValue.Empty;
            }
            else if (isSetting && carried.IsEmpty && line.Words is [.., { Text: "" }] && line.Words.Any(w => w.Text.Contains("extraheader", StringComparison.OrdinalIgnoreCase)))
            {
                // An empty header drops those before it.
                job.Git = PossibleValue.Empty;
            }
            else if (isSetting && !carried.IsEmpty)
            {
                var isHeader = line.Words.Any(w => w.Text.Contains("extraheader", StringComparison.OrdinalIgnoreCase));
                job.Git = isHeader ? carried : job.SentWith(carried, toPlatform: true);
            }

            return;
        }

        if (!carried.IsEmpty)
        {
            job.Git = verb == "clone" ? carried : job.SentWith(carried, LeadsToPlatform(line));
        }
        else if (verb == "remote" && line.Words.Any(w => w.Text.StartsWith("git@", StringComparison.Ordinal) || w.Text.StartsWith("ssh://", StringComparison.Ordinal)) && line.Positional(1) == "set-url")
        {
            job.Git = PossibleValue.Empty;
        }
    }

    /// <summary>Whether a command drops the header for itself: <c>git -c http.https://github.com/.extraheader= push</c>.</summary>
    public static bool ClearsHeader(CommandLine line) => line.Words.Any(w => w.Text.EndsWith("extraheader=", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether no address on a line names another host than the platform's.</summary>
    public static bool LeadsToPlatform(CommandLine line) => line.Words.All(w =>
        !w.Text.Contains("://", StringComparison.Ordinal)
        || w.Text.Contains("github.com", StringComparison.OrdinalIgnoreCase)
        || w.Text.Contains("://" + FactCondition.Hole, StringComparison.Ordinal)
        || w.Text.Contains("@" + FactCondition.Hole, StringComparison.Ordinal));
}
