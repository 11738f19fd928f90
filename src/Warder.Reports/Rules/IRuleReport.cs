using Warder.Engine.Rules;

namespace Warder.Reports.Rules;

/// <summary>Tells which rules there are.</summary>
public interface IRuleReport
{
    /// <summary>Writes the rules in the order given.</summary>
    void Write(IReadOnlyList<RuleDescriptor> rules, ReportOptions options, TextWriter output);
}
