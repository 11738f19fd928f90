using Warder.Engine.Exposure.Checks;
using Warder.Engine.Findings;

namespace Warder.Engine.Exposure.Formats;

/// <summary>A kind of token value that is known by its looks.</summary>
public sealed class TokenFormat
{
    /// <summary>The name that people type: <c>github-pat</c>; append-only.</summary>
    public required string Slug { get; init; }

    /// <summary>What it is, a few words: <c>GitHub personal access token (classic)</c>.</summary>
    public required string Title { get; init; }

    /// <summary>How bad a value with good proof is.</summary>
    public Severity Severity { get; init; } = Severity.Critical;

    /// <summary>Where the format is described.</summary>
    public required string Basis { get; init; }

    /// <summary>Words of which one must stand shortly before the value; none where the value is known by itself.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    internal IReadOnlyList<BytePattern> Patterns { get; init; } = [];

    internal TokenCheck Check { get; init; } = LooksRandom.Check;

    /// <summary>Whether it reaches over several lines, so that no pattern tells its end.</summary>
    internal bool IsSpread => Check == PrivateKey.Check || Check == ServiceAccountKey.Check;

    /// <summary>Whether it is looked for inside base64 too.</summary>
    internal bool IsSoughtEncoded { get; init; }

    /// <summary>The least entropy of its body in bits a character, where no checksum says more.</summary>
    internal double MinEntropy { get; init; }
}
