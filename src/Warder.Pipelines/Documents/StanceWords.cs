using System.Buffers;

namespace Warder.Pipelines.Documents;

/// <summary>The words by which a text forbids or advises.</summary>
internal static class StanceWords
{
    /// <summary>Words that forbid what follows them.</summary>
    public static bool IsNegative(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        switch (word)
        {
            case "not":
                return next is not ("set" or "present" or "available" or "found" or "defined" or "configured" or "provided" or "only" or "enough" or "exist");
            case "instead":
            case "rid":
                return next is "of";
            case "rather":
                return next is "than";
            case "away":
            case "migrate":
            case "migrating":
                return next is "from";
            case "never" or "avoid" or "avoids" or "avoiding" or "no" or "without" or "cannot" or "replace" or "replaces" or "replacing"
                or "remove" or "removes" or "removing" or "stop" or "refrain" or "prohibit" or "prohibits" or "prohibited" or "forbid" or "forbids"
                or "forbidden" or "deprecated" or "banned" or "disallowed" or "dont" or "legacy" or "obsolete" or "eliminate":
                return true;
            default:
                // don't, mustn't, shouldn't; what follows "isn't" and "doesn't" is as good.
                return word.EndsWith("n't", StringComparison.Ordinal) || word.EndsWith("n’t", StringComparison.Ordinal);
        }
    }

    /// <summary>Words that advise what follows them.</summary>
    public static bool IsPositive(ReadOnlySpan<char> word) => word is
        "use" or "uses" or "using" or "used" or "export" or "exports" or "set" or "sets" or "setting" or "pass" or "passes" or "passing"
        or "provide" or "provides" or "supply" or "authenticate" or "authenticates" or "authenticated" or "prefer" or "prefers" or "run"
        or "configure" or "with" or "via" or "through" or "require" or "requires" or "need" or "needs" or "by";

    /// <summary>What turns a prohibition around: "don't forget to set X".</summary>
    public static bool IsReversal(ReadOnlySpan<char> word) => word is "forget" or "hesitate" or "worry";

    /// <summary>What forbids the thing named before it.</summary>
    public static SearchValues<string> NegativeBehind { get; } = SearchValues.Create(
        [
            "is prohibited", "are prohibited", "is forbidden", "are forbidden", "is deprecated", "are deprecated", "is banned", "are banned",
            "not allowed", "not permitted", "is disallowed", "must not", "mustn't", "should not", "shouldn't", "may not", "cannot", "can't",
            "must never", "should never", "is never", "are never", "not be used", "not used", "no longer", "be avoided", "is discouraged",
            "are discouraged", "(deprecated", "(prohibited", "(forbidden", "is retired", "was removed", "were removed", "has been removed",
            "is replaced by", "was replaced by", "has been replaced", "be replaced", "be removed", "is obsolete", "is insecure", "is unsafe",
            "prohibited)", "— deprecated", "— prohibited", ": deprecated", ": prohibited", ": forbidden", "❌", "🚫", "⛔",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Signs that cross out what follows them.</summary>
    public static SearchValues<string> BadMark { get; } = SearchValues.Create(["❌", "🚫", "⛔"], StringComparison.Ordinal);

    /// <summary>What advises the thing named before it.</summary>
    public static SearchValues<string> PositiveBehind { get; } = SearchValues.Create(
        ["is used", "are used", "be used", "is required", "are required", "be set", "is needed", "is provided", "be provided", "✅"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>What makes a heading or the words before an example say that the opposite is right.</summary>
    public static SearchValues<string> BadExample { get; } = SearchValues.Create(
        [
            "prohibited", "forbidden", "deprecated", "do not", "don't", "don’t", "donts", "never", "avoid", "anti-pattern", "antipattern", "bad ", "bad:",
            "wrong", "incorrect", "not allowed", "disallowed", "banned", "❌", "🚫", "⛔", "what not", "mistake", "violation", "insecure", "unsafe",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>What makes the words before an example say that it is right.</summary>
    public static SearchValues<string> GoodExample { get; } = SearchValues.Create(
        ["✅", "good", "correct", "right", "do this", "instead, ", "instead:", "recommended", "preferred", "after:"],
        StringComparison.OrdinalIgnoreCase);
}
