using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Permissions;

/// <summary>Uses of the default token that a pipeline does not write: defaults of action inputs, and pushes with a credential that a checkout left behind.</summary>
public static class ImplicitUses
{
    /// <summary>What binds the use of a push.</summary>
    internal const string PushBinding = "git push";

    /// <summary>The implicit uses of a pipeline, in the order of the text.</summary>
    public static IReadOnlyList<TokenUse> Of(Repository repository, Pipeline pipeline)
    {
        List<TokenUse>? uses = null;
        foreach (var job in pipeline.Jobs)
        {
            var pushes = new PersistedPushes(repository.Facts, job);
            foreach (var step in job.Steps)
            {
                if (step.Action is { } action && FindInput(repository, pipeline, step, action) is { } input)
                {
                    (uses ??= []).Add(Make(pipeline.Source, action.Span, job, step, input, action.Text));
                }

                foreach (var span in pushes.Visit(step))
                {
                    (uses ??= []).Add(Make(pipeline.Source, span, job, step, PushBinding, PushBinding));
                }
            }
        }

        return uses ?? (IReadOnlyList<TokenUse>)[];
    }

    /// <summary>The input through which an action takes the default token unasked; one that matters before one that only downloads.</summary>
    private static string? FindInput(Repository repository, Pipeline pipeline, Step step, ActionReference action)
    {
        if (action.LocalPath is { } folder)
        {
            return FindLocalInput(repository, step, folder);
        }

        if (action.Name is null || repository.Facts.Actions.Find(action.Name) is not { } fact)
        {
            return null;
        }

        string? found = null;
        var major = ActionVersion.MajorOf(pipeline.Source, action);
        foreach (var input in fact.TokenInputs)
        {
            if (input.DefaultsToPlatform && input.AppliesTo(major) && !IsGiven(step, input.Name) && (found is null || !input.DownloadOnly))
            {
                found = input.Name;
            }
        }

        return found;
    }

    private static string? FindLocalInput(Repository repository, Step step, string folder)
    {
        foreach (var input in repository.LocalPipelines.FindAction(folder)?.Inputs ?? [])
        {
            if (input.DefaultIsToken && !IsGiven(step, input.Name))
            {
                return input.Name;
            }
        }

        return null;
    }

    private static bool IsGiven(Step step, string input)
    {
        foreach (var given in step.Inputs)
        {
            if (string.Equals(given.Name, input, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static TokenUse Make(SourceText source, TextSpan span, Job job, Step step, string binding, string consumer) => new()
    {
        Token = TokenReference.Default,
        Path = source.Path,
        Span = span,
        Start = source.GetPosition(span.Start),
        End = source.GetPosition(span.End),
        Scope = UseScope.Implicit,
        Explicit = false,
        Job = job.Id,
        Step = step.Label,
        StepKey = step.Key,
        StepIndex = step.Index,
        Binding = binding,
        Consumer = consumer,
    };
}
