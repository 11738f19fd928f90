using Warder.Testing;

namespace Warder.Cli.Tests;

/// <summary>The examples in the documents are run, in a copy of the sample, and say what the pages say.</summary>
public sealed class ExampleTests
{
    private static readonly string Sample = RepositoryRoot.Combine("samples", "onboarding");

    public static TheoryData<string, int> Examples
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (var page in Directory.EnumerateFiles(RepositoryRoot.Combine("docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                for (var number = 1; number <= ConsoleExample.Of(page).Count; number++)
                {
                    rows.Add(Path.GetRelativePath(RepositoryRoot.Path, page), number);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_does_what_the_page_says(string page, int number) =>
        ConsoleExample.Of(RepositoryRoot.Combine(page))[number - 1].HoldIn(Sample);
}
