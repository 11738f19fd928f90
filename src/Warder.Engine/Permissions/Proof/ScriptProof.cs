using Warder.Engine.Permissions.Commands;
using Warder.Engine.Permissions.Values;
using Warder.Pipelines;
using Warder.Pipelines.Scripts;
using Warder.Syntax;
using Warder.Syntax.Shell;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Permissions.Proof;

/// <summary>What the commands of a step's script need.</summary>
internal sealed class ScriptProof
{
    private readonly StepProof _step;

    public ScriptProof(StepProof step) => _step = step;

    /// <summary>Walks a script that stands in the pipeline.</summary>
    public void Visit(StepScript script)
    {
        var body = script.Body;
        IdentityRequests.Visit(_step, body.Value, script.Language, span => body.ToSourceSpan(span));
        switch (script.Language)
        {
            case ScriptLanguage.Shell:
            case ScriptLanguage.Command:
                Visit(body.Value, () => script.Shell, script.WorkingDirectory, span => body.ToSourceSpan(span));
                break;
            case ScriptLanguage.PowerShell:
                PackageLogins.Note(_step, new ShellVariables(_step), body.Value);
                PowerShellProof.Visit(_step, body);
                break;
            default:
                VisitForeign(body, script.Language);
                break;
        }
    }

    /// <summary>Walks a script that a command holds; <paramref name="place"/> tells where in the pipeline a range of it stands.</summary>
    public void VisitShell(string text, string? workingDirectory, Func<TextSpan, TextSpan> place) =>
        Visit(text, () => _step.Job.Depth > 0 ? _step.Job.Repository.LocalScripts.OfStep(text) : ShellParser.Parse(text), workingDirectory, place);

    /// <summary>Walks a shell script of the repository; its needs are told at the place that runs it.</summary>
    public void VisitFile(string path, string text, TextSpan place) =>
        Visit(text, () => _step.Job.Repository.LocalScripts.Shell(path) ?? ShellParser.Parse(text), workingDirectory: null, _ => place);

    private void Visit(string text, Func<ShellScript> parse, string? workingDirectory, Func<TextSpan, TextSpan> place)
    {
        if (!IsWorthReading(text))
        {
            return;
        }

        var variables = new ShellVariables(_step);
        PackageLogins.Note(_step, variables, text);
        var script = parse();
        var commands = new ShellCommands(_step, variables, text);
        var called = ScriptCallFinder.Find(script, workingDirectory, _step.ActionDirectory);
        var proof = new CommandProof(_step, variables, place, text) { Known = new KnownNames(_step.Job, script, called) };
        var facts = _step.Job.Repository.Facts.Commands;
        foreach (var command in script.Commands)
        {
            ExportedVariables.Note(_step, command, commands);
            if (!IdleCommands.Has(facts, command) && commands.Resolve(command) is { } line)
            {
                proof.Visit(line);
            }
        }

        LocalScriptProof.Visit(_step, called.Select(_step.Job.InRepository).ToList(), place(new TextSpan(0, Math.Min(1, text.Length))));
    }

    /// <summary>A script that names no program of interest, and sees neither token nor credential, needs no parse.</summary>
    private bool IsWorthReading(string text) =>
        !_step.Job.Git.IsEmpty
        || !_step.Job.GitHubCli.IsEmpty
        || _step.Job.Registries.Count > 0
        || _step.Holding.Count > 0
        || ProgramFilter.MayMatter(_step.Job.Repository.Facts.Commands, text)
        || text.Contains("secrets", StringComparison.OrdinalIgnoreCase)
        || text.Contains("github.token", StringComparison.OrdinalIgnoreCase);

    private void VisitForeign(YamlScalar body, ScriptLanguage language)
    {
        var calls = ClientCalls.Find(body.Value);
        foreach (var (name, value) in _step.Holding)
        {
            var isNamed = body.Value.Contains(name, StringComparison.Ordinal);
            if (isNamed && !ClientCallProof.Charge(_step, value, calls, offset => body.ToSourceSpan(new TextSpan(offset, 0))))
            {
                _step.Job.Ask(value, _step.Question("unread-script", body.Span, $"a script in {language}", $"it reads {name}, and what it does with it is not known"));
            }
        }
    }
}
