namespace Warder.Engine.Exposure.Flow;

/// <summary>What somebody without write access reaches by starting a run, rising.</summary>
internal enum RunDanger
{
    /// <summary>No trigger carries the value, or starts such a run.</summary>
    None,

    /// <summary>A run without secrets and with a token that only reads.</summary>
    Unprivileged,

    /// <summary>A run that people with write access start, with text of others in it.</summary>
    ByOthers,

    /// <summary>A run of a callable pipeline: the caller decides.</summary>
    ByCaller,

    /// <summary>A run with secrets that anybody can start.</summary>
    Privileged,
}
