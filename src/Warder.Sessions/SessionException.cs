namespace Warder.Sessions;

/// <summary>A session that cannot be opened or closed; the message says why in one sentence.</summary>
public sealed class SessionException : Exception
{
    /// <summary>With its reason.</summary>
    public SessionException(string message)
        : base(message)
    {
    }

    /// <summary>With its reason and its cause.</summary>
    public SessionException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
