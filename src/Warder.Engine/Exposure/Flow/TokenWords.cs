using Warder.Engine.Auditing;
using Warder.Pipelines;
using Warder.Syntax.Shell;

namespace Warder.Engine.Exposure.Flow;

/// <summary>Finds tokens in the words of shell commands: variables that hold one, and references pasted into the script.</summary>
internal static class TokenWords
{
    /// <summary>The tokens in the words and here-strings of a command.</summary>
    public static IEnumerable<HeldToken> Of(PipelineContext context, Job job, Step step, ShellCommand command) =>
        command.Words.Concat(command.Redirections.Where(r => r.Operator is "<<<").Select(r => r.Target!).Where(t => t is not null)).SelectMany(w => Of(context, job, step, w));

    /// <summary>The tokens in a word.</summary>
    public static IEnumerable<HeldToken> Of(PipelineContext context, Job job, Step step, ShellWord word)
    {
        foreach (var expansion in word.Expansions)
        {
            if (Of(context, job, step, expansion) is { } token)
            {
                yield return token;
            }
        }
    }

    /// <summary>The token that an expansion puts in; null where it puts in none.</summary>
    public static HeldToken? Of(PipelineContext context, Job job, Step step, ShellExpansion expansion)
    {
        var body = step.Script!.Body;
        var span = body.ToSourceSpan(expansion.Span);
        if (expansion.Kind == ShellExpansionKind.Template)
        {
            var use = context.Uses.FirstOrDefault(u => u is { Explicit: true, OnlyTested: false } && u.StepIndex == step.Index && u.Span.Start >= span.Start && u.Span.End <= span.End && string.Equals(u.Job, job.Id, StringComparison.Ordinal));
            return use is null || !IsSecret(context, use.Token) ? null : new HeldToken(use.Token, "pasted into the script", use.Span);
        }

        // ${#X} and ${X:+…} do not put the value in.
        if (expansion is not { Kind: ShellExpansionKind.Variable, IsLength: false, IsIndirect: false, Name: { } name } || expansion.Operator is ":+" or "+")
        {
            return null;
        }

        foreach (var variable in step.TokenVariables)
        {
            if (variable.Name == name && IsSecret(context, variable.Token))
            {
                return new HeldToken(variable.Token, $"${name}", span);
            }
        }

        return null;
    }

    private static bool IsSecret(PipelineContext context, TokenReference token) =>
        token.Kind != TokenKind.Secret || !context.Repository.Facts.SecretNames.IsIdentifier(token.Name);
}
