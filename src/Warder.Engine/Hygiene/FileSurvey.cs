using Warder.Engine.Policy;

namespace Warder.Engine.Hygiene;

/// <summary>One look at all files that git tracks or would take, for every rule and command that asks about files by their names.</summary>
public sealed class FileSurvey
{
    private FileSurvey()
    {
    }

    /// <summary>Files that fit a protected pattern.</summary>
    public SurveyList<ProtectedFile> Protected { get; } = new();

    /// <summary>Files that are environment files by their names, templates among them.</summary>
    public SurveyList<GitFile> EnvFiles { get; } = new();

    /// <summary>Files that are named after tokens and lie where no such file is expected.</summary>
    public SurveyList<GitFile> TokenFiles { get; } = new();

    /// <summary>Logs and reports outside the folder for them.</summary>
    public SurveyList<GitFile> Logs { get; } = new();

    /// <summary>How many files were looked at.</summary>
    public int Files { get; private set; }

    /// <summary>Looks at the files once.</summary>
    public static FileSurvey Of(IGitFacts git, AuditPolicy policy)
    {
        var survey = new FileSurvey();
        var tokens = TokenFileNames.Embedded;
        var logs = policy.Guard.Logs + "/";
        foreach (var file in git.Files(withUntracked: true))
        {
            survey.Files++;
            if (PathPattern.AnyMatches(policy.Ignore, file.Path))
            {
                continue;
            }

            if (policy.Potato.Find(file.Path) is { } pattern)
            {
                survey.Protected.Add(new ProtectedFile(file.Path, file.IsTracked, pattern));
            }

            if (EnvFile.IsOne(file.Path))
            {
                survey.EnvFiles.Add(file);
            }
            else if (tokens.IsStray(file.Path) && file.Path != policy.RegistryPath)
            {
                survey.TokenFiles.Add(file);
            }

            if (RootArtifactFacts.Embedded.IsLog(file.Path) && !file.Path.StartsWith(logs, StringComparison.Ordinal))
            {
                survey.Logs.Add(file);
            }
        }

        return survey;
    }
}
