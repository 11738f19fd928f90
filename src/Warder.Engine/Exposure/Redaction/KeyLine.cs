namespace Warder.Engine.Exposure.Redaction;

/// <summary>What a line behind the first mark of a private key is.</summary>
internal enum KeyLine
{
    /// <summary>Part of the key: hidden.</summary>
    Body,

    /// <summary>Not part of it, though more of it may follow: the line of a program that puts a key together.</summary>
    Other,

    /// <summary>Behind the key.</summary>
    Outside,
}
