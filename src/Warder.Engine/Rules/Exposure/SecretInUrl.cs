using System.Buffers;
using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>Finds tokens within addresses on a command line.</summary>
public sealed class SecretInUrl : ShellRule
{
    private static readonly string[] Parameters = ["token=", "access_token=", "api_key=", "apikey=", "key=", "password=", "secret=", "auth="];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Slug = "secret-in-url",
        Title = "A token is part of an address",
        Category = RuleCategory.Exposure,
        Severity = Severity.Error,
        Compliance = ["CICD-SEC-6", "NHI-2", "NHI-4"],
    };

    private protected override SearchValues<string> Words { get; } = SearchValues.Create(["://"], StringComparison.Ordinal);

    private protected override void VisitScript(PipelineContext context, Job job, Step step, ShellScript script)
    {
        foreach (var command in script.Commands)
        {
            foreach (var word in command.Words)
            {
                VisitWord(context, job, step, command, word);
            }

            foreach (var assignment in command.Assignments)
            {
                if (assignment.Value is { } value)
                {
                    VisitWord(context, job, step, command, value);
                }
            }
        }
    }

    private void VisitWord(PipelineContext context, Job job, Step step, ShellCommand command, ShellWord word)
    {
        var text = word.Text;
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return;
        }

        foreach (var expansion in word.Expansions)
        {
            var at = expansion.Span.Start - word.Span.Start;
            var end = expansion.Span.End - word.Span.Start;
            if (at > scheme && PartOf(text, scheme, at, end) is { } part && TokenWords.Of(context, job, step, expansion) is { } token)
            {
                context.Report(this, new FindingDraft
                {
                    Span = step.Script!.Body.ToSourceSpan(expansion.Span),
                    Job = job.Id,
                    Step = step,
                    Token = token.Name,
                    Message = $"{token.Name} is {part} of an address",
                    Why = "Addresses end up in logs, error messages, histories and the configuration of what is cloned, and are sent on by redirects",
                    Hint = command.Name == "git" ? "Let the checkout keep the credential, or give git a header or a credential helper" : "Send it in a header that is read from a file or from standard input",
                    Identity = part,
                });
                return;
            }
        }
    }

    private static string? PartOf(string text, int scheme, int at, int end)
    {
        var rest = text.AsSpan(scheme + 3);
        var slash = rest.IndexOfAny('/', '?');
        var host = slash < 0 ? text.Length : scheme + 3 + slash;
        if (end <= host && text.AsSpan(end, host - end).Contains('@'))
        {
            return "the user or password";
        }

        foreach (var parameter in Parameters)
        {
            if (text.AsSpan(0, at).EndsWith(parameter, StringComparison.OrdinalIgnoreCase) && text.AsSpan(scheme, at - scheme).IndexOfAny('?', '&') >= 0)
            {
                return "a parameter";
            }
        }

        return null;
    }
}
