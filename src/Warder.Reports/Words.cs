using System.Globalization;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Engine.Rules;
using Warder.Pipelines;

namespace Warder.Reports;

/// <summary>The words of the output for the model's values; part of the contract with whoever reads it.</summary>
internal static class Words
{
    /// <summary><c>step Publish</c>; a step without a name is called <c>step 2</c> already.</summary>
    public static string Step(string label) =>
        label.StartsWith("step ", StringComparison.Ordinal) && int.TryParse(label.AsSpan(5), CultureInfo.InvariantCulture, out _) ? label : $"step {label}";

    public static string Of(Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    public static string Upper(Severity severity) => severity switch
    {
        Severity.Critical => "CRITICAL",
        Severity.Error => "ERROR",
        Severity.Warning => "WARNING",
        _ => "INFO",
    };

    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.High => "high",
        Confidence.Medium => "medium",
        _ => "low",
    };

    public static string Of(Persona persona) => persona switch
    {
        Persona.Regular => "regular",
        Persona.Pedantic => "pedantic",
        _ => "auditor",
    };

    public static string Of(RuleCategory category) => category switch
    {
        RuleCategory.Registry => "registry",
        RuleCategory.Use => "use",
        RuleCategory.Permissions => "permissions",
        RuleCategory.Exposure => "exposure",
        _ => "hygiene",
    };

    public static string Of(SuppressionKind kind) => kind switch
    {
        SuppressionKind.Inline => "inline",
        SuppressionKind.Exception => "exception",
        _ => "baseline",
    };

    public static string Of(TokenStatus status) => status switch
    {
        TokenStatus.Registered => "registered",
        TokenStatus.Deprecated => "deprecated",
        _ => "prohibited",
    };

    public static string Of(RiskLevel risk) => risk switch
    {
        RiskLevel.Low => "low",
        RiskLevel.Medium => "medium",
        RiskLevel.High => "high",
        _ => "critical",
    };

    public static string Of(TokenKind kind) => kind switch
    {
        TokenKind.Secret => "secret",
        TokenKind.DefaultToken => "default",
        TokenKind.Oidc => "oidc",
        TokenKind.All => "all",
        TokenKind.Inherited => "inherited",
        _ => "dynamic",
    };

    public static string Of(UseScope scope) => scope switch
    {
        UseScope.PipelineEnv => "pipeline-env",
        UseScope.JobEnv => "job-env",
        UseScope.StepEnv => "step-env",
        UseScope.ActionInput => "action-input",
        UseScope.Script => "script",
        UseScope.ContainerCredentials => "container-credentials",
        UseScope.ServiceCredentials => "service-credentials",
        UseScope.ContainerEnv => "container-env",
        UseScope.CallSecret => "call-secret",
        UseScope.CallInput => "call-input",
        UseScope.Condition => "condition",
        UseScope.Output => "output",
        UseScope.InputDefault => "input-default",
        UseScope.Field => "field",
        UseScope.Permission => "permission",
        UseScope.Implicit => "implicit",
        UseScope.ScriptFile => "script-file",
        UseScope.Document => "document",
        _ => "configuration",
    };

    /// <summary>The source project's type of a rule's findings.</summary>
    public static string TypeOf(RuleDescriptor rule) => rule.SourceType ?? rule.Slug.Replace('-', '_').ToUpperInvariant();

    /// <summary>A count with its noun: <c>1 file</c>, <c>2 files</c>.</summary>
    public static string Count(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
