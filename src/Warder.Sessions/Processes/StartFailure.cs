namespace Warder.Sessions.Processes;

/// <summary>A program that cannot be started; the message says why.</summary>
internal sealed class StartFailure : Exception
{
    public StartFailure(string message)
        : base(message)
    {
    }
}
