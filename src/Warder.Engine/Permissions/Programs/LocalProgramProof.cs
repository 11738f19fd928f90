using Warder.Engine.Permissions.Commands;
using Warder.Engine.Permissions.Proof;
using Warder.Engine.Permissions.Values;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Programs;

/// <summary>What a program of the repository needs: by calls of the client library and by the commands that it starts, in its own file and in those that it loads.</summary>
internal sealed class LocalProgramProof
{
    private const int MaxFiles = 40;
    private readonly StepProof _step;
    private readonly TextSpan _place;
    private readonly IReadOnlyList<(string Name, PossibleValue Value)> _holding;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private LocalProgramProof(StepProof step, TextSpan place)
    {
        _step = step;
        _place = place;
        _holding = step.Holding;
    }

    public static void Visit(StepProof step, string path, ScriptLanguage language, TextSpan place)
    {
        if (step.Job.Depth >= JobProof.MaxDepth || !step.Job.Entered.Add($"{path} {LocalScriptProof.Held(step)}"))
        {
            return;
        }

        step.Job.Depth++;
        // No file says which of its functions run.
        var doubt = step.Job.Doubt;
        step.Job.Doubt = "the program comes to it";
        var proof = new LocalProgramProof(step, place);
        if (proof.Enter(path, language) is { } because)
        {
            LocalScriptProof.AskOf(step, path, place, because);
        }

        step.Job.Doubt = doubt;
        step.Job.Depth--;
    }

    /// <summary>Charges what is seen; says why there may be more, null where all is read.</summary>
    private string? Enter(string path, ScriptLanguage language)
    {
        _seen.Add(path);
        if (LocalProgram.Of(_step.Job.Repository.LocalScripts, path, language) is not { } program)
        {
            return null;
        }

        IdentityRequests.VisitFile(_step, program.Text, language, _place);
        var because = Calls(program) ?? Commands(program);
        if (program.Imports is null)
        {
            because ??= program.Path + " loads code that is not in this repository when the workflow starts";
        }

        foreach (var file in program.Imports ?? [])
        {
            if (_seen.Count >= MaxFiles)
            {
                return because ?? "it loads more files than are followed";
            }

            if (!_seen.Contains(file))
            {
                because = Enter(file, language) is { } inner ? because ?? inner : because;
            }
        }

        return because;
    }

    private string? Calls(LocalProgram program)
    {
        // Nothing in it speaks of the platform; a variable under another name would have to be named here.
        if (!program.Speaks && !_holding.Any(h => program.Text.Contains(h.Name, StringComparison.Ordinal)))
        {
            return null;
        }

        if (program.Language != ScriptLanguage.JavaScript)
        {
            return "scripts in this language are not followed";
        }

        var calls = ClientCalls.Find(program.Text);
        var isRead = true;
        foreach (var (_, value) in _holding)
        {
            isRead &= ClientCallProof.Charge(_step, value, calls, _ => _place);
        }

        return isRead ? null : $"what {program.Path} does with it is not seen";
    }

    private string? Commands(LocalProgram program)
    {
        foreach (var start in program.Starts)
        {
            if (start.Command is { } command)
            {
                new ScriptProof(_step).VisitShell(command, workingDirectory: null, _ => _place);
            }
        }

        return program.Starts.Any(s => s.Command is null) ? program.Path + " starts programs that are not known" : null;
    }
}
