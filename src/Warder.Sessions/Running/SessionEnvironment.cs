using Warder.Sessions.Records;

namespace Warder.Sessions.Running;

/// <summary>The variables that bring the artifacts of test tools into the session.</summary>
public static class SessionEnvironment
{
    /// <summary>Names the session.</summary>
    public const string SessionVariable = "WARDER_SESSION";

    /// <summary>Marks its processes, so that they are found whoever their parent is.</summary>
    public const string MarkVariable = "WARDER_SESSION_MARK";

    /// <summary>The variables, in order.</summary>
    /// <param name="folder">The session.</param>
    /// <param name="places">Where the artifacts of the suite go.</param>
    /// <param name="withPytest">Whether pytest is told by its variable; where it is started by Warder its arguments tell it.</param>
    /// <param name="given">What the variable for pytest's options holds already.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(SessionFolder folder, SuitePlaces places, bool withPytest, string? given)
    {
        List<KeyValuePair<string, string>> variables =
        [
            new(SessionVariable, folder.Id),
            new("CI", "true"),
            new("NODE_ENV", "test"),
            new("PYTEST_CACHE_DIR", places.PytestCache),
            new("COVERAGE_FILE", Path.Join(places.Coverage, ".coverage")),
            new("COVERAGE_DATA_FILE", Path.Join(places.Coverage, ".coverage")),
            new("PYTHONUNBUFFERED", "1"),
            new("JEST_JUNIT_OUTPUT_FILE", places.JUnitFile),
            new("MOCHA_FILE", places.JUnitFile),
        ];
        if (withPytest)
        {
            var options = $"-o cache_dir={Quoted(places.PytestCache)} --junitxml={Quoted(places.JUnitFile)}";
            variables.Add(new("PYTEST_ADDOPTS", string.IsNullOrEmpty(given) ? options : $"{given} {options}"));
        }

        return variables;
    }

    /// <summary>A word as pytest takes its options apart, which is as a shell would.</summary>
    private static string Quoted(string word) => $"'{word.Replace("'", "'\"'\"'", StringComparison.Ordinal)}'";
}
