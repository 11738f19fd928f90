using Warder.Engine.Auditing;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>The secrets that a called workflow of the repository takes, those included that it passes on.</summary>
/// <param name="Names">Their names in upper case, sorted.</param>
/// <param name="IsComplete">False where it takes all, or hands them to a workflow elsewhere.</param>
/// <param name="NamesEnvironment">Whether a job of it runs in an environment, whose secrets reach it by inheritance only.</param>
internal sealed record CalleeSecrets(IReadOnlyList<string> Names, bool IsComplete, bool NamesEnvironment)
{
    /// <summary>Reads a called workflow and what it calls in turn.</summary>
    public static CalleeSecrets Of(Repository repository, string path)
    {
        var walk = new Walk(repository);
        walk.Enter(path);
        return new CalleeSecrets([.. walk.Names], walk.IsComplete, walk.NamesEnvironment);
    }

    private sealed class Walk(Repository repository)
    {
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

        public SortedSet<string> Names { get; } = new(StringComparer.Ordinal);

        public bool IsComplete { get; private set; } = true;

        public bool NamesEnvironment { get; private set; }

        public void Enter(string path)
        {
            if (!_seen.Add(path))
            {
                return;
            }

            if (repository.LocalPipelines.FindWorkflow(path) is not { } pipeline)
            {
                IsComplete = false;
                return;
            }

            foreach (var use in pipeline.TokenUses)
            {
                Take(use);
            }

            foreach (var secret in pipeline.Secrets ?? [])
            {
                if (secret.Required && TokenReference.Named(secret.Name) is { Kind: TokenKind.Secret } token)
                {
                    Names.Add(token.Name);
                }
            }

            foreach (var job in pipeline.Jobs)
            {
                NamesEnvironment |= job.Environment is not null;
                if (job.Call is { InheritSpan: not null } call)
                {
                    Follow(call);
                }
            }
        }

        private void Take(TokenUse use)
        {
            if (use.Token.Kind == TokenKind.Secret)
            {
                Names.Add(use.Token.Name);
            }
            else if (use.Token.Kind is TokenKind.All or TokenKind.Dynamic)
            {
                IsComplete = false;
            }
        }

        private void Follow(PipelineCall call)
        {
            if (call.LocalPath is { } next)
            {
                Enter(next);
            }
            else
            {
                IsComplete = false;
            }
        }
    }
}
