using Warder.Engine.Policy;
using Warder.Sessions.Suites;

namespace Warder.Sessions.Tests.Suites;

public sealed class SuiteFinderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("warder-suites-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Suites_are_found_in_the_root_and_right_below_it()
    {
        With("pyproject.toml", "[project]").With("tests/test_a.py").With("bot/package.json", "{\"scripts\":{\"test\":\"jest\"}}")
            .With("frontend/package.json", "{\"scripts\":{\"test\":\"vitest run\"}}").With("api/go.mod").With("core/Cargo.toml").With("mixed/pom.xml").With("mixed/package.json", "{\"scripts\":{\"test\":\"mocha\"}}")
            .With("app/App.Tests.csproj", "<PackageReference Include=\"xunit.v3\" />").With("deep/er/go.mod").With(".hidden/go.mod").With("node_modules/package.json", "{\"scripts\":{\"test\":\"x\"}}");
        Found().ShouldBe(
        [
            "python: python -m pytest (pyproject.toml)", "api: go test -v (api/go.mod)", "app: dotnet test (app/App.Tests.csproj)", "bot: npm test (bot/package.json)",
            "core: cargo test --no-fail-fast (core/Cargo.toml)", "frontend: npm test (frontend/package.json)", "mixed-node: npm test (mixed/package.json)", "mixed-maven: mvn --batch-mode test (mixed/pom.xml)",
        ]);
    }

    [Fact]
    public void What_has_no_tests_is_no_suite()
    {
        With("pyproject.toml", "[project]").With("src/a.py").With("package.json", "{\"scripts\":{\"test\":\"echo \\\"Error: no test specified\\\" && exit 1\"}}")
            .With("a/package.json", "{\"name\":\"x\"}").With("b/package.json", "{broken").With("c/Lib.csproj", "<Project/>").With("d/package.json", "[]");
        Found().ShouldBeEmpty();
    }

    [Fact]
    public void Keys_are_names_for_files_and_one_for_each()
    {
        string[] names = ["python", "Python", "../../x", "a b", "a-b", "", "session", "\u00e9\u00e9", new('x', 300), ".hidden", "con: *?"];
        var keys = SuiteKeys.Of([.. names.Select(n => new Suite { Name = n, Kind = SuiteKind.Command })]);
        keys.ShouldBe(["python", "Python-2", "x", "a-b", "a-b-2", "suite", "session-2", "suite-2", new('x', 60), "hidden", "con"]);
    }

    private IEnumerable<string> Found() => SuiteFinder.Of(_root, AuditPolicy.Default).Select(s => $"{s.Name}: {s.CommandText} ({s.FoundBy})");

    private SuiteFinderTests With(string path, string text = "")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(_root, path))!);
        File.WriteAllText(Path.Join(_root, path), text);
        return this;
    }
}
