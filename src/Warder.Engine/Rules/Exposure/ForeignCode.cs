using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Follows the code of a pull request through a job: where it is fetched, and which step runs it.</summary>
internal static class ForeignCode
{
    private static readonly string[] Runners =
    [
        "npm ci", "npm install", "npm i", "npm run", "npm test", "npm start", "npm exec", "yarn", "pnpm", "npx", "bun", "make", "cmake", "gradle", "mvn", "go test", "go run", "go build",
        "go generate", "cargo", "pip install", "pip3 install", "python", "python3", "pytest", "tox", "nox", "poetry", "uv", "bundle", "rake", "composer", "dotnet", "msbuild", "docker build",
        "docker compose", "docker-compose", "node", "deno", "ruby", "php", "terraform", "pre-commit", "just", "task", "bazel", "ant", "sbt", "swift", "xcodebuild", "hatch", "tsc", "eslint",
    ];

    /// <summary>Where a step fetches the code of a pull request, or of the run that came before; null where it does not.</summary>
    public static TextSpan? Fetched(PipelineContext context, Step step)
    {
        if (CheckoutStep.OfStranger(step) is { } input)
        {
            return input.Value!.Span;
        }

        if (step.Script is not { Language: ScriptLanguage.Shell } script || !(script.Body.Value.Contains("pull", StringComparison.Ordinal) || script.Body.Value.Contains("pr checkout", StringComparison.Ordinal)))
        {
            return null;
        }

        foreach (var command in script.Shell.Commands)
        {
            var isFetch = StepCommands.StartsWith(command, ["gh", "pr", "checkout"])
                || (StepCommands.StartsWith(command, ["git", "fetch"]) && command.Words.Any(w => w.Text.Contains("pull/", StringComparison.Ordinal) && (w.Text.Contains("/head", StringComparison.Ordinal) || w.Text.Contains("/merge", StringComparison.Ordinal))));
            if (isFetch)
            {
                return script.Body.ToSourceSpan(command.Span);
            }
        }

        return null;
    }

    /// <summary>Where a step runs code out of the tree; null where nothing is seen to.</summary>
    public static TextSpan? Run(Step step)
    {
        if (step.Action is { LocalPath: not null } action)
        {
            return action.Span;
        }

        if (step.Action?.Name is "docker/build-push-action" or "docker/bake-action" or "gradle/gradle-build-action" or "bahmutov/npm-install" or "pre-commit/action" or "goreleaser/goreleaser-action" or "cypress-io/github-action")
        {
            return step.Action.Span;
        }

        if (step.Script is not { } script)
        {
            return null;
        }

        if (script.Language != ScriptLanguage.Shell)
        {
            return script.Language == ScriptLanguage.PowerShell && (script.Body.Value.Contains("./", StringComparison.Ordinal) || script.Body.Value.Contains(".\\", StringComparison.Ordinal) || script.Body.Value.Contains("dotnet ", StringComparison.Ordinal)) ? script.Body.Span : null;
        }

        foreach (var command in script.Shell.Commands)
        {
            if (RunsTree(command))
            {
                return script.Body.ToSourceSpan(command.Span);
            }
        }

        return null;
    }

    private static bool RunsTree(ShellCommand command)
    {
        if (command.Kind != ShellCommandKind.Simple || command.Words.Count == 0 || command.Words[0].Literal is not { } program)
        {
            return false;
        }

        if (program.StartsWith("./", StringComparison.Ordinal) || program.StartsWith("../", StringComparison.Ordinal) || (program.Contains('/', StringComparison.Ordinal) && !program.StartsWith('/') && !program.StartsWith('~')))
        {
            return true;
        }

        if (program is "bash" or "sh" or "source" or ".")
        {
            return command.Words.Skip(1).Any(w => w.Literal is { } file && !file.StartsWith('-') && !file.StartsWith('/'));
        }

        // A version, a help page or a program given on the command line is nobody's code from the tree.
        return Array.Exists(Runners, r => StepCommands.StartsWith(command, r.Split(' ')))
            && !command.Words.Skip(1).Any(w => w.Literal is "--version" or "-v" or "-V" or "--help" or "--ignore-scripts" or "-g" or "--global" or "-c" or "-e" or "-m");
    }
}
