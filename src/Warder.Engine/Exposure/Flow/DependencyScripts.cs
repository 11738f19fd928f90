using Warder.Engine.Auditing;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Pipelines.Scripts.Calls;
using Warder.Syntax.Shell;

namespace Warder.Engine.Exposure.Flow;

/// <summary>Tells installations that run the scripts of the packages they install.</summary>
internal static class DependencyScripts
{
    private const string Setting = "npm_config_ignore_scripts";
    private static readonly string[] Installs = ["npm ci", "npm install", "npm i", "yarn install", "pnpm install", "pip install", "poetry install", "bundle install", "composer install"];

    /// <summary>The command of a step that does; null where none does.</summary>
    public static string? In(PipelineContext context, Job job, Step step) =>
        Array.Find(Installs, install => StepCommands.Find(step, install).Any(c => !StepCommands.HasOption(c, "--ignore-scripts") && !IsOfTheTool(c))
            && !IsHeldBack(context, job, step, install));

    /// <summary>Whether the step installs anything.</summary>
    public static bool IsInstall(Step step) => Array.Exists(Installs, install => StepCommands.Find(step, install).Any());

    // The package manager renewing itself, or a build tool of the language's own organisation.
    private static bool IsOfTheTool(ShellCommand command) =>
        command.Words.Skip(2).Any(w => w.Literal is "build" or "twine" or "pip" or "npm" or "npm@latest" || w.Characters.StartsWith("npm@", StringComparison.Ordinal));

    /// <summary>Whether the package manager's configuration, in the folder of the step or the root, or a variable keeps scripts from running.</summary>
    private static bool IsHeldBack(PipelineContext context, Job job, Step step, string install)
    {
        var (file, line) = install.Split(' ')[0] switch
        {
            "npm" or "pnpm" => (".npmrc", "ignore-scripts=true"),
            "yarn" => (".yarnrc.yml", "enableScripts:false"),
            _ => ("", ""),
        };
        if (file.Length == 0)
        {
            return false;
        }

        var folders = new CheckoutFolders(job);
        foreach (var folder in new[] { CallFolder.OfWorkingDirectory(step.Script!.WorkingDirectory), "" })
        {
            var path = folder is null ? null : folders.InRepository(folder.Length == 0 ? file : $"{folder}/{file}");
            if (path is not null && context.Repository.LocalScripts.Text(path) is { } text && text.Split('\n').Any(l => l.Replace(" ", "", StringComparison.Ordinal).Trim() == line))
            {
                return true;
            }
        }

        return file == ".npmrc" && BoundVariable.ValueOf(context, job, step, Setting)?.Value is "true" or "True";
    }
}
