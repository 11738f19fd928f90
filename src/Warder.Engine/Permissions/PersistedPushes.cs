using Warder.Engine.Facts;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Permissions;

/// <summary>
/// Finds each <c>git push</c> of a job that goes through the default token that a checkout wrote into the git configuration.
/// Silent where the push may go elsewhere: another remote, an address, a credential set up by hand.
/// </summary>
internal sealed class PersistedPushes
{
    private static readonly string[] OwnCredential = ["remote set-url", "remote add", "insteadOf", "extraheader", "auth setup-git", "credential.", "credential-store", "ssh-agent", "GIT_SSH"];
    private static readonly string[] OptionsWithValue = ["-C", "-c", "-o", "--push-option", "--git-dir", "--work-tree", "--exec", "--receive-pack"];
    private readonly FactBase _facts;
    private readonly Job _job;
    private bool? _setsCredential;
    private bool _persisted;

    public PersistedPushes(FactBase facts, Job job)
    {
        _facts = facts;
        _job = job;
    }

    /// <summary>The pushes of the next step of the job.</summary>
    public IReadOnlyList<TextSpan> Visit(Step step)
    {
        if (step.Action?.Name is { } action)
        {
            _persisted = _facts.Actions.Find(action) is { PersistsCredential: true } ? LeavesDefaultToken(step) : _persisted;
            return [];
        }

        var isCandidate = _persisted
            && step.Script is { Language: ScriptLanguage.Shell } script
            && script.Body.Value.Contains("push", StringComparison.Ordinal)
            && script.Body.Value.Contains("git", StringComparison.Ordinal)
            && !(_setsCredential ??= SetsCredential());
        return isCandidate ? Find(step.Script!) : [];
    }

    private static bool LeavesDefaultToken(Step step)
    {
        foreach (var input in step.Inputs)
        {
            var gives = !string.IsNullOrWhiteSpace(input.Value?.Value);
            var isOther = input.Name.ToLowerInvariant() switch
            {
                "persist-credentials" => input.Value is { } value && !value.Value.Equals("true", StringComparison.OrdinalIgnoreCase),
                "token" or "ssh-key" or "repository" => gives,
                _ => false,
            };
            if (isOther)
            {
                return false;
            }
        }

        return true;
    }

    private bool SetsCredential() => _job.Steps.Any(
        s => (s.Action?.Name?.Contains("ssh-agent", StringComparison.Ordinal) ?? false)
            || (s.Script is { } script && OwnCredential.Any(w => script.Body.Value.Contains(w, StringComparison.Ordinal))));

    private static List<TextSpan> Find(StepScript script)
    {
        var spans = new List<TextSpan>();
        foreach (var command in script.Shell.Commands)
        {
            if (command.Name != "git")
            {
                continue;
            }

            var verb = NextWord(command, 1);
            if (verb < command.Words.Count && command.Words[verb].Literal == "push" && GoesToOrigin(command, NextWord(command, verb + 1)))
            {
                spans.Add(script.Body.ToSourceSpan(TextSpan.FromBounds(command.Words[0].Span.Start, command.Words[verb].Span.End)));
            }
        }

        return spans;
    }

    private static bool GoesToOrigin(ShellCommand command, int target) =>
        target >= command.Words.Count || command.Words[target].Literal == "origin";

    private static int NextWord(ShellCommand command, int index)
    {
        while (index < command.Words.Count && command.Words[index].Characters is ['-', ..])
        {
            index += command.Words[index].Literal is { } option && OptionsWithValue.Contains(option, StringComparer.Ordinal) ? 2 : 1;
        }

        return index;
    }
}
