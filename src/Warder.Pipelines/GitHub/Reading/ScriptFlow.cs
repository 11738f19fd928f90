using System.Buffers;
using Warder.Pipelines.Scripts.Calls;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Follows tokens through a step's script in whatever language it is written.</summary>
internal sealed class ScriptFlow
{
    private static readonly SearchValues<string> ScriptEndings =
        SearchValues.Create([".sh", ".py", ".js", ".mjs", ".cjs", ".ts", ".rb", ".ps1", ".bash", "./"], StringComparison.Ordinal);

    private readonly StepFlow _flow;

    public ScriptFlow(StepFlow flow) => _flow = flow;

    /// <summary>Follows a script that a step runs.</summary>
    public void Follow(YamlScalar body, ScriptLanguage language)
    {
        var found = _flow.Collector.Find(body);
        var variables = _flow.Step.TokenVariables;
        if (found is null && variables.Count == 0)
        {
            return;
        }

        if (language == ScriptLanguage.Shell)
        {
            if (found is not null || MayRunScript(body.Value) || MayRead(body.Value, variables))
            {
                new ShellFlow(_flow, body).Follow();
            }

            FollowEmbedded(body, variables);
            return;
        }

        var runner = RunnerOf(language);
        _flow.FollowExpressions(body, runner);
        if (found is not null)
        {
            NamePastedConsumers(body, found, language, runner);
        }

        FollowMentions(body, language, runner);
    }

    /// <summary>Follows the reads of variables by a language that a shell does not expand.</summary>
    public void FollowMentions(YamlScalar body, ScriptLanguage language, string? consumer)
    {
        var offsets = new List<int>();
        foreach (var (name, uses) in _flow.Frame?.Visible(forCommands: true) ?? [])
        {
            offsets.Clear();
            VariableMentions.Find(body.Value, name, language, offsets);
            foreach (var offset in offsets)
            {
                var reader = consumer ?? LineCommand.Find(body.Value, offset);
                _flow.Reach(uses, VariableMentions.Spell(name, language), reader, body.ToSourceOffset(offset));
            }
        }

        if (consumer is null)
        {
            FollowImplied(body);
            FollowScripts(body);
        }
    }

    private void NamePastedConsumers(YamlScalar body, ScalarReferences found, ScriptLanguage language, string? runner)
    {
        for (var i = 0; i < found.Tokens.Count; i++)
        {
            var consumer = runner ?? LineCommand.Find(body.Value, found.Tokens[i].Span.Start);
            _flow.Collector.Uses[found.FirstUse + i] = _flow.Collector.Uses[found.FirstUse + i] with { Consumer = consumer };
        }
    }

    /// <summary>PowerShell and the Windows command processor start programs that read the environment too.</summary>
    private void FollowImplied(YamlScalar body)
    {
        foreach (var (command, verb, offset) in LineCommand.All(body.Value))
        {
            foreach (var reader in ImpliedReaders.Find(command))
            {
                if (reader.Verbs.Length > 0 && !reader.Verbs.Contains(verb, StringComparer.Ordinal))
                {
                    continue;
                }

                foreach (var variable in reader.Variables)
                {
                    if (_flow.Frame?.Find(variable, StringComparison.OrdinalIgnoreCase) is not { } uses)
                    {
                        continue;
                    }

                    _flow.Reach(uses, "$" + variable, command, body.ToSourceOffset(offset));
                    if (reader.FirstWins)
                    {
                        break;
                    }
                }
            }
        }
    }

    private void FollowScripts(YamlScalar body)
    {
        var folder = CallFolder.OfWorkingDirectory(_flow.Step.Script?.WorkingDirectory);
        foreach (var line in body.Value.AsSpan().EnumerateLines())
        {
            var word = line.Trim().TrimStart("&. ");
            var end = word.IndexOf(' ');
            word = end < 0 ? word : word[..end];
            if (word.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase)
                && CallFolder.Combine(folder, word.Trim("'\"").TrimStart("/\\").ToString().Replace('\\', '/')) is { } path)
            {
                _flow.AddScriptCall(path, []);
            }
        }
    }

    /// <summary>Programs of other languages within a shell script: <c>node -e</c>, <c>python -c</c>, here-documents.</summary>
    private void FollowEmbedded(YamlScalar body, IReadOnlyList<TokenVariable> variables)
    {
        if (variables.Count == 0)
        {
            return;
        }

        if (body.Value.Contains("process.env", StringComparison.Ordinal))
        {
            FollowMentions(body, ScriptLanguage.JavaScript, "node");
        }

        if (body.Value.Contains("environ", StringComparison.Ordinal) || body.Value.Contains("getenv", StringComparison.Ordinal))
        {
            FollowMentions(body, ScriptLanguage.Python, "python");
        }
    }

    private static bool MayRead(string script, IReadOnlyList<TokenVariable> variables)
    {
        foreach (var variable in variables)
        {
            if (script.Contains(variable.Name, StringComparison.Ordinal) || ImpliedReaders.MayRead(script, variable.Name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayRunScript(string script) =>
        script.Contains('/', StringComparison.Ordinal) && script.AsSpan().ContainsAny(ScriptEndings);

    private static string? RunnerOf(ScriptLanguage language) => language switch
    {
        ScriptLanguage.Python => "python",
        ScriptLanguage.JavaScript => "node",
        ScriptLanguage.Ruby => "ruby",
        _ => null,
    };
}
