namespace Warder.Cli;

/// <summary>A result that could not be written, or a file given on the command line that could not be used; told in one line.</summary>
internal sealed class OutputError : Exception
{
    public OutputError(string message)
        : base(message)
    {
    }

    public OutputError(string message, Exception cause)
        : base(message, cause)
    {
    }
}
