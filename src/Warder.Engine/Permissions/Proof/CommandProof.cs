using Warder.Engine.Facts;
using Warder.Engine.Permissions.Commands;
using Warder.Engine.Permissions.Values;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Proof;

/// <summary>What one command after another needs: by facts, by the API that it calls, by the credentials that it sets up.</summary>
internal sealed class CommandProof
{
    private static readonly string[] CliVariables = ["GH_TOKEN", "GITHUB_TOKEN"];
    private static readonly string[] PackageVariables = ["NODE_AUTH_TOKEN", "NPM_TOKEN"];
    internal static readonly string[] Wrappers = ["xargs", "parallel", "retry", "flock", "watch", "script", "eval", "nick-retry", "caffeinate", "unbuffer"];
    private static readonly string[] Covered = ["git", "docker", "helm", "podman", "skopeo", "crane", "oras", "buildah", "cosign"];
    internal static readonly HashSet<string> TextTools = new(StringComparer.Ordinal) { "echo", "printf", "cat", "sed", "awk", "jq", "yq", "base64", "test", "[", "[[", "tee", "grep", "tr", "cut", "wc", "true", ":", "read", "export", "declare", "local", "set", "basename", "sleep", "xxd", "md5sum", "sha256sum" };
    internal static readonly string[] Shells = ["bash", "sh", "zsh", "dash"];
    private readonly StepProof _step;
    private readonly ShellVariables _variables;
    private readonly Func<TextSpan, TextSpan> _place;
    private readonly string _text;
    private readonly Dictionary<string, bool> _read = new(StringComparer.Ordinal);

    /// <param name="step">The step that runs them.</param>
    /// <param name="variables">The variables that they see.</param>
    /// <param name="place">Tells where in the pipeline a range of the script stands.</param>
    /// <param name="text">The script.</param>
    public CommandProof(StepProof step, ShellVariables variables, Func<TextSpan, TextSpan> place, string text)
    {
        _step = step;
        _variables = variables;
        _place = place;
        _text = text;
    }

    /// <summary>Names that stand for code of the script itself or for scripts that are entered: functions, files; null for none.</summary>
    public KnownNames? Known { get; init; }

    public void Visit(CommandLine line)
    {
        if (Unwrap(line) is { } wrapped)
        {
            Visit(wrapped);
            return;
        }

        if (Array.IndexOf(Shells, line.Program) >= 0 && CodeOf(line) is { } code)
        {
            Enter(line, new PackageScript(code, Folder: null));
            return;
        }

        if (line.Program is "git")
        {
            GitCommands.Note(_step.Job, line);
        }

        if (ApiRequest.Of(line) is { } request)
        {
            if (request is { Method: "GET", Path: not null } && line.Words.Any(w => w.MayBeSeveral) && !line.Has("-X", "--request", "--method", "-Method"))
            {
                _step.Job.Ask(line.Program == "gh" ? Holder(line, CliVariables) : line.Carried(), _step.Question("open-request", Place(line), line.Name(2), "words that are computed may make another request of it"));
            }

            ApiRequestProof.Charge(_step, request, line.Program == "gh" ? Holder(line, CliVariables) : line.Carried(), Place(line), line.Name(1));
            return;
        }

        if (CommandIndex.Of(_step.Job.Repository.Facts.Commands).Find(line) is { } fact)
        {
            Apply(line, fact);
        }
        else if (PackageScripts.Find(_step.Job.Repository, line) is { } inner)
        {
            Enter(line, inner);
        }
        else if (!IsQuiet(line) && !IsKnown(line))
        {
            AskOf(line);
        }
        else
        {
            AskOfArgument(line);
        }
    }

    /// <summary>A program that is quiet by itself, or a script, is not quiet with a token on its line, unless it only prints or changes text.</summary>
    private void AskOfArgument(CommandLine line)
    {
        if (line.Program != "git" && !TextTools.Contains(line.Program) && !PackageLogins.Writes(line) && line.Carried() is { IsEmpty: false } carried)
        {
            _step.Job.Ask(carried, _step.Question("opaque-program", Place(line), line.Name(2), "it is given the token, and what it does with it is not known"));
        }
    }

    /// <summary>The command within one that only repeats, delays or feeds it.</summary>
    private CommandLine? Unwrap(CommandLine line)
    {
        if (Array.IndexOf(Wrappers, line.Program) < 0)
        {
            return null;
        }

        for (var i = 0; i < line.Words.Length; i++)
        {
            if (_step.Job.Repository.Facts.Commands.Of(line.Words[i].Text).Count > 0 || line.Words[i].Text is "curl")
            {
                return new CommandLine(line.Words[i].Text, line.Words[(i + 1)..], line.Span) { Assignments = line.Assignments, Input = line.Input };
            }
        }

        return null;
    }

    private static string? CodeOf(CommandLine line)
    {
        for (var i = 0; i + 1 < line.Words.Length; i++)
        {
            if (line.Words[i].Text is ['-', not '-', ..] option && option.EndsWith('c'))
            {
                return line.Words[i + 1].Text;
            }
        }

        return null;
    }

    private bool IsKnown(CommandLine line) =>
        Known is { } known && (known.Has(line.Program) || Array.Exists(line.Words, w => known.Has(w.Text.AsSpan(w.Text.LastIndexOf('/') + 1))));

    private static bool IsAddress(string text) => text.Contains("://", StringComparison.Ordinal) || text.StartsWith("git@", StringComparison.Ordinal);

    // Of these the list of commands that ask the platform is whole.
    private bool IsQuiet(CommandLine line) =>
        Array.IndexOf(Covered, line.Program) >= 0
        || _step.Job.Repository.Facts.Commands.IsQuiet(line.Program, line.Verb)
        || line.Words is [{ Text: "--version" or "--help" }];

    private void Apply(CommandLine line, CommandFact fact)
    {
        if (fact.LogsIn)
        {
            var host = line.Positional(fact.Words.Count - 1) ?? "docker.io";
            var password = line.Has("--password-stdin") ? line.Input : line.Carried();
            RegistryLogins.Add(_step.Job, host, password.IsEmpty ? line.Carried() : password);
        }

        var holder = HolderOf(line, fact);
        if (fact.SetsGitCredential)
        {
            // The header that a checkout left behind is sent before a credential helper is asked.
            _step.Job.Git = _step.Job.Git.Tokens.Count > 0 && !_step.Job.Git.Tokens.SequenceEqual(holder.Tokens) ? PossibleValue.Either(_step.Job.Git, holder) : holder;
        }

        if (fact.Name == "gh auth login" && !line.Input.IsEmpty)
        {
            _step.Job.GitHubCli = line.Input;
        }

        foreach (var need in fact.Needs)
        {
            var from = need.Token switch
            {
                "registry" => RegistryLogins.OfPlatform(_step.Job),
                "git" => GitHolder(line),
                "npm" => PackageHolder(line, fact),
                ['e', 'n', 'v', ':', .. var name] => Holder(line, [name]),
                _ => holder,
            };
            var holds = need.When.Holds(clause => clause.Subjects[0].StartsWith("env:", StringComparison.Ordinal)
                ? (line.Assignments.GetValueOrDefault(clause.Subjects[0][4..]) ?? _variables.Find(clause.Subjects[0][4..]) ?? PossibleValue.Empty).TextFor(clause)
                : clause.Subjects[0] == "event" ? EventCondition.Compare(_step.Scope.Events, clause) : line.ValueOf(clause, fact.Words.Count));
            _step.Job.Charge(from, Requirement.Of(need), holds, _step.Reason(Place(line), fact.Name, need.Basis, need.When.Text));
        }

        // A command that only moves images may hand a token on to what runs in one.
        if (!fact.LogsIn && fact is { TokenVariables: [], Unknown: null } && fact.Words[0] is not ("gh" or "git") && fact.Needs.All(n => n.Token is "registry" or "npm"))
        {
            AskOfArgument(line);
        }

        if (fact.Unknown is { } because)
        {
            _step.Job.Ask(holder, _step.Question("open-command", Place(line), fact.Name, because));
        }
    }

    private PossibleValue HolderOf(CommandLine line, CommandFact fact)
    {
        if (fact.Words[0] == "git" || (fact.TokenVariables.Count == 0 && fact.Needs.Any(n => n.Token == "git")))
        {
            return GitHolder(line);
        }

        var variables = fact.TokenVariables.Count > 0 ? fact.TokenVariables : fact.Words[0] == "gh" ? CliVariables : [];
        var holder = Holder(line, variables);
        return holder.IsEmpty && fact.Words[0] != "gh" ? line.Carried() : holder;
    }

    /// <summary>The credential of a package manager: its variable, or what its configuration holds or names.</summary>
    private PossibleValue PackageHolder(CommandLine line, CommandFact fact)
    {
        var holder = Holder(line, fact.TokenVariables.Count > 0 ? fact.TokenVariables : PackageVariables);
        foreach (var name in PackageLogins.VariablesOf(_step.Job))
        {
            var named = Holder(line, [name]);
            holder = holder.IsEmpty ? named : named.Tokens.Count > 0 ? PossibleValue.Either(holder, named) : holder;
        }

        var written = _step.Job.Packages;
        return holder.IsEmpty ? written : written.IsEmpty ? holder : PossibleValue.Either(holder, written);
    }

    /// <summary>The credential of a git command: one in an address on its line, none for another host or a key, else what was left behind.</summary>
    private PossibleValue GitHolder(CommandLine line)
    {
        if (line.Carried() is { IsEmpty: false } carried)
        {
            var toPlatform = GitCommands.LeadsToPlatform(line);
            _step.Job.Needs.UsesGitCredential |= toPlatform && !_step.Job.Git.IsEmpty;
            return _step.Job.SentWith(carried, toPlatform);
        }

        if (GitCommands.ClearsHeader(line))
        {
            return PossibleValue.Empty;
        }

        var isElsewhere = line.Words.Any(w => IsAddress(w.Text) && !w.Text.StartsWith("https://github.com/", StringComparison.OrdinalIgnoreCase) && !w.Text.StartsWith(FactCondition.Hole));
        _step.Job.Needs.UsesGitCredential |= !isElsewhere && !_step.Job.Git.IsEmpty;
        return isElsewhere ? PossibleValue.Empty : _step.Job.Git;
    }

    /// <summary>The first of some variables that holds anything; for gh also what it was logged in with.</summary>
    private PossibleValue Holder(CommandLine line, IReadOnlyList<string> names)
    {
        var holder = PossibleValue.Empty;
        foreach (var name in names)
        {
            var value = line.Assignments.GetValueOrDefault(name) ?? _variables.Find(name);
            if (value is { IsEmpty: false })
            {
                holder = holder.IsEmpty ? value : holder.WithFallback(value);
                if (value.Tokens.Count > 0)
                {
                    break;
                }
            }
        }

        if (!holder.IsEmpty || line.Program != "gh")
        {
            return holder;
        }

        // Where no token is seen, gh would fail: somebody gave it one in a way that the files do not show.
        return _step.Job.GitHubCli is { IsEmpty: false } loggedIn ? loggedIn : PossibleValue.Opaque with { IsFromOutside = true };
    }

    private void Enter(CommandLine line, PackageScript inner)
    {
        if (_step.Job.Depth >= JobProof.MaxDepth)
        {
            return;
        }

        _step.Job.Depth++;
        var place = Place(line);
        new ScriptProof(_step).VisitShell(inner.Text, inner.Folder, _ => place);
        _step.Job.Depth--;
    }

    private void AskOf(CommandLine line)
    {
        var place = Place(line);
        var name = line.Name(2);
        _step.Job.Programs.Add(new OpaqueProgram(name, _step.Job.Git, _step.Reason(place, name)));
        if (line.Carried() is { IsEmpty: false } carried)
        {
            _step.Job.Ask(carried, _step.Question("opaque-program", place, name, "it is given the token, and what it does with it is not known"));
        }

        if (line.Input.Tokens.Count > 0)
        {
            _step.Job.Ask(line.Input, _step.Question("opaque-program", place, name, "it reads the token from its input, and what it does with it is not known"));
        }

        foreach (var (variable, value) in _variables.Holding().Concat(line.Assignments.Select(a => (a.Key, a.Value)).Where(a => a.Value.Tokens.Count > 0)))
        {
            // A variable that the script itself reads is there for that; one that no line names is there for a program.
            if (!IsReadByScript(variable))
            {
                _step.Job.Ask(value, _step.Question("opaque-program", place, name, $"it may read {variable} from its environment, and what it does with it is not known"));
            }
        }
    }

    private bool IsReadByScript(string variable)
    {
        if (!_read.TryGetValue(variable, out var isRead))
        {
            _read[variable] = isRead = _text.Contains("$" + variable, StringComparison.Ordinal) || _text.Contains("${" + variable, StringComparison.Ordinal);
        }

        return isRead;
    }

    private TextSpan Place(CommandLine line) => _place(line.Span);
}
