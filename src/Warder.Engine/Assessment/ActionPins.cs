using Warder.Engine.Exposure.Flow;
using Warder.Pipelines;

namespace Warder.Engine.Assessment;

/// <summary>Tells how actions, called pipelines and images are held.</summary>
public static class ActionPins
{
    /// <summary>An action of a step.</summary>
    public static ActionPin Of(ActionReference action) => action switch
    {
        { LocalPath: not null } => ActionPin.Local,
        { Image: { } image } => OfImage(image),
        _ => OfReference(action.Reference),
    };

    /// <summary>A pipeline that a job calls.</summary>
    public static ActionPin Of(PipelineCall call) => call.LocalPath is not null
        ? ActionPin.Local
        : OfReference(call.Target.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? call.Target[(at + 1)..] : null);

    private static ActionPin OfImage(string image) => image.Contains("@sha256:", StringComparison.Ordinal) ? ActionPin.Fixed : ActionPin.Moving;

    private static ActionPin OfReference(string? reference) => ForeignAction.IsCommit(reference) ? ActionPin.Fixed : ActionPin.Moving;
}
