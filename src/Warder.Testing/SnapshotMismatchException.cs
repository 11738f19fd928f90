namespace Warder.Testing;

/// <summary>A text is not the approved one.</summary>
public sealed class SnapshotMismatchException : Exception
{
    /// <summary>With nothing to say.</summary>
    public SnapshotMismatchException()
    {
    }

    /// <summary>With the difference.</summary>
    public SnapshotMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>With the difference and its cause.</summary>
    public SnapshotMismatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
