namespace Warder.History;

/// <summary>The history cannot be used as it is asked for; the message is one line for the user.</summary>
public sealed class HistoryException : Exception
{
    /// <summary>With what to tell the user.</summary>
    public HistoryException(string message)
        : base(message)
    {
    }

    /// <summary>With what to tell the user, and the cause.</summary>
    public HistoryException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Without a message.</summary>
    public HistoryException()
    {
    }
}
