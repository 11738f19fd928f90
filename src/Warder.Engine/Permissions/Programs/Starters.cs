using System.Buffers;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Programs;

/// <summary>The names by which programs start others.</summary>
internal sealed class Starters
{
    private Starters(string[] modules, string[] unfollowed, string[] shells, string[] vectors)
    {
        Unfollowed = SearchValues.Create(unfollowed, StringComparison.Ordinal);
        Modules = SearchValues.Create(modules, StringComparison.Ordinal);
        Shells = shells;
        Vectors = vectors;
        Calls = SearchValues.Create([.. shells.Concat(vectors).Select(n => n + "(")], StringComparison.Ordinal);
    }

    public static Starters JavaScript { get; } = new(
        ["child_process", "execa", "cross-spawn", "shelljs", "zx", "@actions/exec", "tinyexec", "nano-spawn", "node-pty", "Bun.$", "Bun.spawn", "'bun'", "\"bun\"", "Deno.Command", "Deno.run", "simple-git", "isomorphic-git", "dax-sh", "dugite"],
        ["tinyexec", "nano-spawn", "node-pty", "Bun.$", "Bun.spawn", "'bun'", "\"bun\"", "Deno.Command", "Deno.run", "simple-git", "isomorphic-git", "dax-sh", "dugite"],
        ["exec", "execSync", "execaCommand", "execaCommandSync"],
        ["spawn", "spawnSync", "execFile", "execFileSync", "execa", "execaSync", "fork", "getExecOutput"]);

    public static Starters Python { get; } = new(
        ["subprocess", "os.system", "os.popen", "os.exec", "os.spawn", "pexpect", "plumbum", "import sh", "from sh ", "asyncio.create_subprocess", "import git", "from git ", "pygit2", "invoke", "importlib", "__import__"],
        ["os.exec", "os.spawn", "pexpect", "plumbum", "import sh", "from sh ", "import git", "from git ", "pygit2", "import invoke", "from invoke", "importlib", "__import__"],
        ["system", "popen", "getoutput", "getstatusoutput", "create_subprocess_shell"],
        ["run", "call", "check_call", "check_output", "Popen", "create_subprocess_exec"]);

    /// <summary>What a program names that starts others; one that names none starts none.</summary>
    public SearchValues<string> Modules { get; }

    /// <summary>Those of them whose ways to start programs are not followed.</summary>
    public SearchValues<string> Unfollowed { get; }

    /// <summary>Modules whose function <c>exec</c> takes a program and a list of words.</summary>
    public static SearchValues<string> Lists { get; } = SearchValues.Create(["@actions/exec"], StringComparison.Ordinal);

    /// <summary>Functions that take a command in one text.</summary>
    public string[] Shells { get; }

    /// <summary>Functions that take a program and a list of words.</summary>
    public string[] Vectors { get; }

    /// <summary>Calls of either.</summary>
    public SearchValues<string> Calls { get; }

    public static Starters Of(ScriptLanguage language) => language == ScriptLanguage.Python ? Python : JavaScript;
}
