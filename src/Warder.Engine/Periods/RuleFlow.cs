namespace Warder.Engine.Periods;

/// <summary>What happened to the findings of one rule.</summary>
/// <param name="Rule">The rule's slug.</param>
/// <param name="OpenBefore">How many were open when the period began.</param>
/// <param name="Open">How many were open at its end.</param>
/// <param name="Accepted">How many something hid at its end.</param>
/// <param name="Overdue">How many of the open ones were overdue at its end.</param>
/// <param name="Flow">What happened between.</param>
public sealed record RuleFlow(string Rule, int OpenBefore, int Open, int Accepted, int Overdue, FlowCounts Flow);
