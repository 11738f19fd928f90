using Warder.Engine.Facts;
using Warder.Engine.Permissions.Values;

namespace Warder.Engine.Permissions.Commands;

/// <summary>A word of a command with what it may hold.</summary>
/// <param name="Value">Its value.</param>
/// <param name="MayBeSeveral">Whether it may become several words when it runs, options among them: <c>$ARGS</c>, <c>"${args[@]}"</c>.</param>
internal readonly record struct CommandWord(PossibleValue Value, bool MayBeSeveral = false)
{
    /// <summary>Its text, with holes.</summary>
    public string Text => Value.Text ?? FactCondition.Hole.ToString();

    /// <summary>Whether it is an option.</summary>
    public bool IsOption => Text is ['-', _, ..];
}
