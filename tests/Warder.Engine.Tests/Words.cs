using CsCheck;

namespace Warder.Engine.Tests;

/// <summary>Draws words from a list.</summary>
internal static class Words
{
    public static Gen<string> Of(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);
}
