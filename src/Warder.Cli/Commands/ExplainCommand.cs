using System.CommandLine;
using Warder.Engine.Rules;
using Warder.Reports.Rules;

namespace Warder.Cli.Commands;

/// <summary><c>warder explain SLUG</c>: the page of a rule.</summary>
internal static class ExplainCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "markdown");
        var slug = new Argument<string>("slug") { Description = "The rule's slug, or the name of the same idea in another tool." };
        slug.CompletionSources.Add(_ => RuleCatalogue.All.Select(r => new System.CommandLine.Completions.CompletionItem(r.Descriptor.Slug)));
        var command = new Command("explain", "Explain a rule: what it finds, why, how to mend it, when to suppress it.") { slug, flags.Format, flags.Color };
        command.SetAction(parse =>
        {
            var wanted = parse.GetRequiredValue(slug);
            var rule = RuleCatalogue.Find(wanted) ?? RuleCatalogue.FindByAlias(wanted[(wanted.LastIndexOf('/') + 1)..]);
            if (rule is null || RulePages.Find(rule.Descriptor.Slug) is not { } page)
            {
                Console.Error.WriteLine($"warder: there is no rule {wanted}{RuleChoice.Suggestion(wanted)}. 'warder rules' lists them.");
                return ExitStatus.CouldNotWork;
            }

            RulePageReport.Write(page, flags.FormatOf(parse), flags.OptionsOf(parse), Console.Out);
            return ExitStatus.Clean;
        });
        return command;
    }
}
