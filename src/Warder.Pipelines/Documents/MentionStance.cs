namespace Warder.Pipelines.Documents;

/// <summary>What a text says of a token that it names.</summary>
public enum MentionStance
{
    /// <summary>It only names it.</summary>
    Neutral,

    /// <summary>It tells the reader to use it, or does so in an example.</summary>
    Advises,

    /// <summary>It forbids it or warns of it.</summary>
    Forbids,
}
