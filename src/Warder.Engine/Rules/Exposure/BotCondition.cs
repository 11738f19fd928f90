using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Exposure.Reach;
using Warder.Engine.Findings;
using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds conditions that let a run pass because of who acted last, where a stranger can bring about that it was a bot.</summary>
public sealed class BotCondition : Rule
{
    private const string BotEnd = "[bot]";
    private const string AfterAnother = "workflow_run";
    private static readonly string[] Actors = ["github.actor", "github.triggering_actor", "github.event.pull_request.sender.login", "github.event.sender.login"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "bot-condition",
        Title = "A bot's name as a guard",
        Category = RuleCategory.Exposure,
        Severity = Severity.Warning,
        Compliance = ["CICD-SEC-1", "CICD-SEC-4"],
        Aliases = [new RuleAlias("zizmor", "bot-conditions")],
    };

    /// <inheritdoc/>
    public override void VisitJob(PipelineContext context, Job job)
    {
        if (context.StrangerRuns.RunTo(job) is not { } run)
        {
            return;
        }

        var (trigger, reach) = run;

        JobTokens? tokens = null;
        IEnumerable<(YamlScalar? Condition, Step? Step)> conditions = [(job.Condition, null), .. job.Steps.Select(s => (s.Condition, (Step?)s))];
        foreach (var (condition, step) in conditions)
        {
            if (condition is null || !condition.Value.Contains(BotEnd, StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var (_, result) in context.Expressions.InCondition(condition))
            {
                if (Guard(reach, result.Root) is { } compared && (step is null ? (tokens ??= context.TokensOf(job)).All : (tokens ??= context.TokensOf(job)).At(step)) is [var held, ..])
                {
                    context.Report(this, new FindingDraft
                    {
                        Span = condition.ToSourceSpan(compared.Span),
                        Job = job.Id,
                        Step = step,
                        Token = held.Name,
                        Message = $"Under {trigger.Event} this only says who acted last, and it guards {held.Name}",
                        Why = "A stranger can make a bot act on a pull request of his own, by a comment or by updating a branch that the bot made",
                        Hint = trigger.Event == AfterAnother
                            ? "Ask whose the code is: `github.event.workflow_run.head_repository.full_name == github.repository`, and who started that run: `github.event.workflow_run.actor.login`"
                            : "Ask who wrote the pull request: `github.event.pull_request.user.login`",
                    });
                }
            }
        }
    }

    /// <summary>
    /// A comparison of who acted with a bot's name that lets pass; null where there is none. One beside an <c>or</c> whose other side
    /// lets every stranger pass guards nothing.
    /// </summary>
    private static ExpressionNode? Guard(RunReach reach, ExpressionNode? node) => node switch
    {
        ExpressionNode.Binary { Operator: "==" } equal when IsActor(equal.Left) && IsBot(equal.Right) => equal,
        ExpressionNode.Binary { Operator: "==" } equal when IsActor(equal.Right) && IsBot(equal.Left) => equal,
        ExpressionNode.Binary { Operator: "||" } either when reach.Read(either.Left).Truth == true || reach.Read(either.Right).Truth == true => null,
        ExpressionNode.Binary binary => Guard(reach, binary.Left) ?? Guard(reach, binary.Right),
        _ => null,
    };

    private static bool IsActor(ExpressionNode node) =>
        UntrustedContexts.PathOf(node) is { } path && Actors.Contains(string.Join('.', path), StringComparer.OrdinalIgnoreCase);

    private static bool IsBot(ExpressionNode node) =>
        node is ExpressionNode.Literal { Value: string text } && text.EndsWith(BotEnd, StringComparison.OrdinalIgnoreCase);
}
