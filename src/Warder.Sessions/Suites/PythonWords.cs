using Warder.Engine.Policy;

namespace Warder.Sessions.Suites;

/// <summary>Knows commands that run Python.</summary>
internal static class PythonWords
{
    private static readonly string[] Programs = ["python", "python3", "pytest", "py.test", "coverage", "nose2", "unittest"];

    public static bool Runs(SuitePolicy suite) => suite.Command switch
    {
        [var program, ..] => IsOne(program),
        _ => (suite.ShellLine ?? "").Split([' ', '\t', '\n', ';', '&', '|', '('], StringSplitOptions.RemoveEmptyEntries).Any(IsOne),
    };

    private static bool IsOne(string word) =>
        !word.Contains('/', StringComparison.Ordinal) && Array.IndexOf(Programs, word) >= 0;
}
