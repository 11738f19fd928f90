namespace Warder.Sessions.Suites;

/// <summary>By which tool a suite runs.</summary>
public enum SuiteKind
{
    /// <summary>A command that the policy names.</summary>
    Command,

    /// <summary>pytest.</summary>
    Pytest,

    /// <summary>The test script of a package.json.</summary>
    Node,

    /// <summary><c>dotnet test</c>.</summary>
    Dotnet,

    /// <summary><c>go test</c>.</summary>
    Go,

    /// <summary><c>cargo test</c>.</summary>
    Cargo,

    /// <summary><c>mvn test</c>.</summary>
    Maven,

    /// <summary><c>gradle test</c>.</summary>
    Gradle,
}
