using Warder.Engine.Permissions.Programs;
using Warder.Engine.Permissions.Values;
using Warder.Pipelines;
using Warder.Pipelines.Scripts.Calls;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Proof;

/// <summary>What the program in a step of <c>actions/github-script</c> needs, and what the functions of the repository need that it calls.</summary>
internal sealed class GitHubScriptProof
{
    private static readonly string[] Endings = ["", ".js", ".cjs", ".mjs", ".ts", "/index.js"];
    private readonly StepProof _step;
    private readonly PossibleValue _holder;
    private readonly TextSpan _whole;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _entered = new(StringComparer.Ordinal);

    private GitHubScriptProof(StepProof step, ActionReference action, PossibleValue holder)
    {
        _step = step;
        _holder = holder;
        _whole = action.Span;
    }

    public static void Visit(StepProof step, ActionReference action, PossibleValue holder)
    {
        var body = step.Step.Inputs.FirstOrDefault(i => i.Name.Equals("script", StringComparison.OrdinalIgnoreCase))?.Value;
        if (body is not null)
        {
            IdentityRequests.Visit(step, body.Value, ScriptLanguage.JavaScript, span => body.ToSourceSpan(span));
            new GitHubScriptProof(step, action, holder).Visit(body.Value, offset => body.ToSourceSpan(new TextSpan(offset, 0)), folder: null, depth: 0);
        }
    }

    private void Visit(string text, Func<int, TextSpan> place, string? folder, int depth)
    {
        var calls = ClientCalls.Find(text);
        ClientCallProof.Charge(_step, _holder, calls, place);
        var files = RequiredFiles.Find(text, folder is null ? _step.ActionDirectory : null, folder).ToList();
        foreach (var file in depth == 0 ? files : [])
        {
            CheckIdentity(file.Path, depth);
        }

        if (!calls.HandsOn)
        {
            return;
        }

        foreach (var file in files)
        {
            if (depth < JobProof.MaxDepth && Read(file.Path) is var (path, source))
            {
                Enter(path, source, file.Names?.Where(n => RequiredNames.IsUsed(text, n)).Select(n => n.Name).ToList(), depth + 1);
            }
            else
            {
                _step.Job.Ask(_holder, _step.Question("unread-script", _whole, file.Path, "the script is not in this repository when the workflow starts, or cannot be read"));
            }
        }

        // Within a file, the client is a parameter: handing it on to a function of the same file is seen there.
        if (files.Count == 0 && depth == 0 && calls.Count == 0)
        {
            _step.Job.Ask(_holder, _step.Question("unread-script", _whole, "actions/github-script", "it hands its client to code that is not read"));
        }
    }

    /// <summary>A file needs no client to ask for an identity token, and may load others that do.</summary>
    private void CheckIdentity(string file, int depth)
    {
        if (depth < JobProof.MaxDepth && Read(file) is var (path, source) && _asked.Add(path))
        {
            IdentityRequests.VisitFile(_step, source, ScriptLanguage.JavaScript, _whole);
            foreach (var inner in RequiredFiles.Find(source, null, path[..Math.Max(path.LastIndexOf('/'), 0)]))
            {
                CheckIdentity(inner.Path, depth + 1);
            }
        }
    }

    /// <summary>Visits a file of which only some functions are called: what the others need is possible, for a name may hide a call.</summary>
    private void Enter(string path, string source, List<string>? called, int depth)
    {
        if (!_entered.Add($"{_step.Job.Doubt} {path} {(called is null ? "" : string.Join(' ', called))}"))
        {
            return;
        }

        var folder = path[..Math.Max(path.LastIndexOf('/'), 0)];
        var others = called is null ? [] : called.Count == 0 ? null : ProgramFunctions.Of(source).NotReached(called);
        if (others is not null)
        {
            Visit(ProgramFunctions.Without(source, others), _ => _whole, folder, depth);
        }

        if (others is null or { Count: > 0 })
        {
            var doubt = _step.Job.Doubt;
            _step.Job.Doubt = "the program comes to it";
            Visit(source, _ => _whole, folder, depth);
            _step.Job.Doubt = doubt;
        }
    }

    private (string Path, string Text)? Read(string file)
    {
        var files = _step.Job.Repository.Files;
        foreach (var ending in Endings)
        {
            var path = CallFolder.Combine("", file + ending);
            if (path is not null && files.Exists(path))
            {
                return files.Read(path).Source?.Text is { } text ? (path, text) : null;
            }
        }

        return null;
    }
}
