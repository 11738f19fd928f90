namespace Warder.Cli.Tests;

/// <summary>How a run of the program ended.</summary>
/// <param name="What">The command line.</param>
/// <param name="Status">The exit status.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Ran(string What, int Status, string Out, string Error)
{
    /// <summary>Holds the exit status, and that the program did not fall over.</summary>
    public Ran Ends(int status)
    {
        Error.ShouldNotContain("Unhandled exception", Case.Sensitive, What);
        Error.ShouldNotContain("   at ", Case.Sensitive, What);
        Status.ShouldBe(status, $"{What}\n--- stdout\n{Out}\n--- stderr\n{Error}");
        return this;
    }

    /// <summary>Holds the exit status 2, one line on standard error that begins with the program's name, and a silent standard output.</summary>
    public Ran Refuses(string because)
    {
        Ends(2);
        var lines = Error.TrimEnd('\n').Split('\n');
        lines[0].ShouldStartWith("warder: ", Case.Sensitive, What);
        lines[0].ShouldContain(because, Case.Sensitive, What);
        lines.Length.ShouldBeLessThanOrEqualTo(2, Error);
        Out.ShouldBe("", What);
        return this;
    }
}
