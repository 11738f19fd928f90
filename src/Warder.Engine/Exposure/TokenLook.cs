using System.Text;
using Warder.Engine.Exposure.Checks;
using Warder.Engine.Exposure.Formats;
using Warder.Engine.Exposure.Scanning;
using Warder.Engine.Policy;

namespace Warder.Engine.Exposure;

/// <summary>What can be told of a token's value by its looks, without the value.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Proof">What speaks for it.</param>
/// <param name="Note">What can be read in it without giving it away.</param>
/// <param name="IsWhole">Whether nothing stands around it.</param>
/// <param name="Ends">When it stops working, as it says itself; null where it does not.</param>
public sealed record TokenLook(TokenFormat Format, TokenProof Proof, string? Note, bool IsWhole, DateTimeOffset? Ends)
{
    /// <summary>What a value that a variable holds looks like; null where it looks like nothing that is known.</summary>
    /// <param name="name">The variable; some formats are known by it only.</param>
    /// <param name="value">The value.</param>
    /// <param name="policy">The policy, whose own formats come first.</param>
    /// <param name="today">The day, by which ends of life are judged.</param>
    public static TokenLook? Of(string name, string value, AuditPolicy policy, DateOnly today)
    {
        var search = ValueScanner.For(policy);
        var bytes = Encoding.UTF8.GetBytes(value);
        var lead = 0;
        var found = search.Find(bytes, today).FirstOrDefault(f => !f.IsEncoded);
        if (found is null)
        {
            var assigned = Encoding.UTF8.GetBytes($"{name}={value}");
            lead = assigned.Length - bytes.Length;
            found = search.Find(assigned, today).FirstOrDefault(f => !f.IsEncoded && f.Start >= lead);
        }

        return found is null
            ? null
            : new TokenLook(found.Format, found.Verdict.Proof, found.Verdict.Note, found.Start == lead && found.Length == bytes.AsSpan().TrimEnd("\r\n"u8).Length, JsonWebToken.EndIn(bytes));
    }
}
