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
    public static CalleeSecrets Of(Repository repository, PipelineCall call)
    {
        var walk = new Walk(repository);
        walk.Follow(call, inputs: null);
        return new CalleeSecrets([.. walk.Names], walk.IsComplete, walk.NamesEnvironment);
    }

    private sealed class Walk(Repository repository)
    {
        // The platform nests calls ten deep. A workflow that calls itself with other inputs each time would never end.
        private const int MaxDepth = 10;
        private const int MaxStates = 200;
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private int _depth;

        public SortedSet<string> Names { get; } = new(StringComparer.Ordinal);

        public bool IsComplete { get; private set; } = true;

        public bool NamesEnvironment { get; private set; }

        public void Follow(PipelineCall call, CalledInputs? inputs)
        {
            if (call.LocalPath is not { } path || repository.LocalPipelines.FindWorkflow(path) is not { } pipeline)
            {
                IsComplete = false;
                return;
            }

            var given = new CalledInputs(pipeline, call, inputs);
            if (!_seen.Add($"{path} {given}"))
            {
                return;
            }

            if (_depth >= MaxDepth || _seen.Count > MaxStates)
            {
                IsComplete = false;
                NamesEnvironment = true;
                return;
            }

            _depth++;
            Enter(pipeline, given);
            _depth--;
        }

        private void Enter(Pipeline pipeline, CalledInputs inputs)
        {
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
                // An environment by an input that nobody gives is none.
                NamesEnvironment |= job.Environment is { } environment && CalledInputs.ValueOf(environment.Name, inputs) is not "";
                if (job.Call is { InheritSpan: not null } call)
                {
                    Follow(call, inputs);
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
    }
}
