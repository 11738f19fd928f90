using System.Runtime.CompilerServices;
using Warder.Engine.Exposure.Formats;
using Warder.Engine.Exposure.Redaction;
using Warder.Engine.Exposure.Search;
using Warder.Engine.Policy;

namespace Warder.Engine.Exposure.Scanning;

/// <summary>The search for token values under a policy; made once for each policy.</summary>
internal static class ValueScanner
{
    private static readonly Lazy<ValueSearch> Common = new(() => new ValueSearch(FormatCatalogue.All));
    private static readonly ConditionalWeakTable<AuditPolicy, ValueSearch> ByPolicy = [];
    private static readonly ConditionalWeakTable<AuditPolicy, Redactor> Redactors = [];

    /// <summary>Makes ready what every audit asks for: the search, and what hides values in the output.</summary>
    public static void Prepare()
    {
        _ = Common.Value;
        _ = Redactor.Known;
    }

    /// <summary>The search for Warder's formats and the policy's own.</summary>
    public static ValueSearch For(AuditPolicy policy) =>
        policy.OwnFormats.Count == 0 ? Common.Value : ByPolicy.GetValue(policy, p => new ValueSearch([.. p.OwnFormats, .. FormatCatalogue.All]));

    /// <summary>What hides the values of Warder's formats and of the policy's own.</summary>
    public static Redactor RedactorFor(AuditPolicy policy) =>
        policy.OwnFormats.Count == 0 ? Redactor.Known : Redactors.GetValue(policy, p => Redactor.ForOutput([.. p.OwnFormats, .. FormatCatalogue.All]));
}
