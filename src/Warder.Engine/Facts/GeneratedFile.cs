namespace Warder.Engine.Facts;

/// <summary>How a tool marks the files that it writes.</summary>
/// <param name="Header">What stands in the comment at the top.</param>
/// <param name="Tool">The command, for a sentence.</param>
/// <param name="Origin">What the file is made from, for a sentence.</param>
public sealed record GeneratedFile(string Header, string Tool, string Origin);
