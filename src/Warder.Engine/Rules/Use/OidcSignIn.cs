using Warder.Engine.Facts;
using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Tells where a job signs in with the platform's identity token instead of a stored credential.</summary>
internal static class OidcSignIn
{
    /// <summary>The step of a pipeline that proves it for a provider, with its job; null where none does.</summary>
    public static (Job Job, Step Step)? Find(Pipeline pipeline, CredentialProvider provider)
    {
        foreach (var job in pipeline.Jobs)
        {
            if (In(pipeline, job, provider) is { } step)
            {
                return (job, step);
            }
        }

        return null;
    }

    /// <summary>The step of a job that proves it for a provider; null where none does.</summary>
    public static Step? In(Pipeline pipeline, Job job, CredentialProvider provider) =>
        job.EffectivePermissions?.LevelOf("id-token") is >= GrantLevel.Write ? job.Steps.FirstOrDefault(s => provider.Proofs.Any(p => Proves(pipeline, job, s, p))) : null;

    /// <summary>Whether a step is given an input, or sees a variable, of this name.</summary>
    public static bool Has(Pipeline pipeline, Job job, Step step, string name) =>
        step.Inputs.Any(i => i.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        || step.Variables.Any(v => v.Name == name)
        || job.Variables.Any(v => v.Name == name)
        || pipeline.Environment.Any(v => v.Name == name);

    private static bool Proves(Pipeline pipeline, Job job, Step step, OidcProof proof)
    {
        if (proof.Action is { } action)
        {
            if (step.Action?.Name != action)
            {
                return false;
            }
        }
        else if (proof.Command is not { } words
            || !StepCommands.Find(step, words).Any(c => !proof.Absent.Any(a => StepCommands.HasOption(c, a)) && !StepCommands.HasOption(c, "--dry-run")))
        {
            return false;
        }

        if (proof.AbsentWords.Any(w => job.Steps.Any(s => s.Index <= step.Index && s.Script?.Body.Value.Contains(w, StringComparison.Ordinal) == true)))
        {
            return false;
        }

        return proof.Present.All(p => IsPresent(pipeline, job, step, p)) && !proof.Absent.Any(a => Has(pipeline, job, step, a));
    }

    private static bool IsPresent(Pipeline pipeline, Job job, Step step, string wanted)
    {
        var equals = wanted.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return Has(pipeline, job, step, wanted);
        }

        return step.Inputs.Any(i => i.Name.AsSpan().Equals(wanted.AsSpan(0, equals), StringComparison.OrdinalIgnoreCase)
            && i.Value is { } value
            && value.Value.AsSpan().Equals(wanted.AsSpan(equals + 1), StringComparison.OrdinalIgnoreCase));
    }
}
