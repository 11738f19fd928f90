namespace Warder.Engine.Assessment;

/// <summary>Something that pipelines run from elsewhere, by one reference.</summary>
/// <param name="Text">As it is written: <c>actions/checkout@v4</c>.</param>
/// <param name="Pin">How it is held.</param>
/// <param name="Times">How many steps and jobs run it.</param>
public sealed record ActionUse(string Text, ActionPin Pin, int Times);
