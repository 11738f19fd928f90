using Warder.Engine.Auditing;
using Warder.Engine.Auditing.Caching;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Findings;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Rules.Exposure;

/// <summary>An address in an action of the repository that takes an input in as user, password or parameter.</summary>
/// <param name="Folder">The action's folder.</param>
/// <param name="Source">Its file.</param>
/// <param name="Input">The input's name.</param>
/// <param name="IsPassing">Whether the command only sends the address and keeps it nowhere.</param>
/// <param name="Finding">What to report where somebody fills the input with a token.</param>
internal sealed record ActionAddress(string Folder, SourceText Source, string Input, bool IsPassing, FindingDraft Finding)
{
    /// <summary>The inputs of the repository's own actions that a workflow or action fills with a token.</summary>
    public static IReadOnlyList<Filled> FilledBy(PipelineContext context)
    {
        var found = new List<Filled>();
        foreach (var job in context.Pipeline.Jobs)
        {
            foreach (var step in job.Steps.Where(s => s.Action?.LocalPath is not null))
            {
                foreach (var input in step.Inputs.Where(i => i.Value is not null))
                {
                    if (TokenIn(context, job, step, input) is { } token)
                    {
                        found.Add(new Filled(step.Action!.LocalPath!, input.Name, token.Name, token.IsShortLived, Location.Of(context.Source, input.Value!.Span)));
                    }
                }
            }
        }

        return found;
    }

    /// <summary>The folder of an action's file.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    private static (string Name, bool IsShortLived)? TokenIn(PipelineContext context, Job job, Step step, InputEntry input)
    {
        var use = context.Uses.FirstOrDefault(u => u is { Explicit: true, OnlyTested: false, Scope: UseScope.ActionInput } && u.StepIndex == step.Index
            && string.Equals(u.Job, job.Id, StringComparison.Ordinal) && input.Name.Equals(u.Binding, StringComparison.OrdinalIgnoreCase)
            && (u.Token.Kind != TokenKind.Secret || !context.Repository.Facts.SecretNames.IsIdentifier(u.Token.Name)));
        return use is not null ? (use.Token.Name, use.Token.Kind == TokenKind.DefaultToken)
            : MadeToken.SourcesOf(context, input.Value!).FirstOrDefault(p => MadeToken.IsMade(context.Repository.Facts.Actions, job, p)) is { } path ? (string.Join('.', path), true)
            : null;
    }

    /// <summary>An input that is filled with a token.</summary>
    /// <param name="Folder">The action's folder.</param>
    /// <param name="Input">The input's name.</param>
    /// <param name="Token">The token.</param>
    /// <param name="IsShortLived">Whether the token ends with the job, or soon after.</param>
    /// <param name="Place">Where.</param>
    internal sealed record Filled(string Folder, string Input, string Token, bool IsShortLived, Location Place)
    {
        public static void Write(CacheWriter to, Filled filled)
        {
            to.Write(filled.Folder);
            to.Write(filled.Input);
            to.Write(filled.Token);
            to.Write(filled.IsShortLived);
            PlaceFormat.Write(to, filled.Place);
        }

        public static Filled Read(CacheReader from) => new(from.ReadWord(), from.ReadWord(), from.ReadWord(), from.ReadFlag(), PlaceFormat.ReadLocation(from));
    }
}
