using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Hygiene;

namespace Warder.Engine.Rules.Hygiene;

/// <summary>Tells that there are more files of a kind than are listed one by one.</summary>
internal static class SurveyRest
{
    public static void Report(RepositoryContext context, Rule rule, int leftOut)
    {
        if (leftOut > 0)
        {
            context.ReportAtPath(rule, ".", new FindingDraft
            {
                Span = default,
                Message = $"There are {leftOut} more such files than the {SurveyList<int>.Most} that are listed",
                Identity = "more",
            });
        }
    }
}
