using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>Moves the tokens that one script has pasted into its text to variables.</summary>
internal sealed class PastedTokens
{
    private readonly PipelineFixContext _context;
    private readonly Step _step;
    private readonly YamlScalar _body;
    private readonly StepNode _node;
    private readonly Func<TextSpan, ScriptPlace> _placeOf;
    private readonly bool _isPlain;
    private readonly StringComparison _comparison;
    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, string?> _names = new(StringComparer.Ordinal);
    private readonly List<NewVariable> _variables = [];
    private readonly List<TextEdit> _inValue = [];
    private readonly List<string> _doubts = [];

    public PastedTokens(PipelineFixContext context, Job job, Step step, YamlScalar body, StepNode node, ScriptLanguage shell)
    {
        _context = context;
        _step = step;
        _body = body;
        _node = node;
        _placeOf = shell switch
        {
            ScriptLanguage.PowerShell => new PowerShellPlaces(body.Value).Find,
            ScriptLanguage.Command => new CommandPlaces(body.Value).Find,
            _ => new ShellPlaces(body.Value).Find,
        };
        _comparison = shell == ScriptLanguage.Shell ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        _isPlain = shell == ScriptLanguage.Shell && PlainSteps.IsPlain(context.Repository.Facts.Commands, body.Value);
        IEnumerable<EnvironmentEntry> seen = [.. context.Pipeline.Environment, .. job.Variables, .. job.ContainerVariables, .. step.Variables];
        _taken = seen.Select(v => v.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Proposes one fix for all that can be moved, and says what cannot.</summary>
    public void Propose(string rule, List<TokenUse> uses)
    {
        foreach (var place in EmbeddedExpression.FindAll(_body.Value))
        {
            if (place.IsClosed && uses.Find(u => _body.ToSourceSpan(place.Outer).Contains(u.Span)) is { } use && Fault(place, use) is { } because)
            {
                _context.Decline(rule, use.Span.Start, $"{use.Token.Name} stays in the script of {_step.Label}: {because}");
            }
        }

        if (_inValue.Count == 0)
        {
            return;
        }

        if (_variables.Count > 0 && _node.Add(_variables) is null)
        {
            _context.Decline(rule, uses[0].Span.Start, $"the environment of {_step.Label} is written in a way that is not edited");
            return;
        }

        Add(rule, uses);
    }

    private void Add(string rule, List<TokenUse> uses)
    {
        var edits = _inValue.ConvertAll(e => new TextEdit(_body.ToSourceSpan(e.Span), Written(e.Replacement)));
        var changes = new List<FixPath> { _node.Path.Then("run") with { Value = TextEdits.Apply(_body.Value, _inValue) } };
        if (_variables.Count > 0 && _node.Add(_variables) is { } added)
        {
            edits.Add(added.Edit);
            changes.AddRange(added.Changes);
        }

        _context.Add(new FixDraft
        {
            Rule = rule,
            Offset = uses[0].Span.Start,
            Description = $"Hand {Rules.Use.UsePlaces.Join([.. _names.Values.OfType<string>()])} to the script of {_step.Label} through its environment",
            Edits = edits,
            Changes = changes,
            Doubt = _doubts.Count == 0 ? null : _doubts[0],
        });
    }

    /// <summary>Why an expression stays; null where it was taken up.</summary>
    private string? Fault(EmbeddedExpression place, TokenUse use)
    {
        if (use.Token.Kind is not (TokenKind.Secret or TokenKind.DefaultToken) || PastedExpression.Of(_body.Value, place, use.Token.Name) is not { } pasted)
        {
            return "the expression is more than a token";
        }

        var at = _placeOf(place.Outer);
        if (at.Because is not null)
        {
            return at.Because;
        }

        if (NameOf(pasted) is not { } name)
        {
            return "no name for its variable is free";
        }

        // Tokens hold no blanks; what is no token may.
        if (at.JoinsWords && use.Token.Kind == TokenKind.Secret && _context.Repository.Facts.SecretNames.Find(use.Token.Name) is not { IsSecret: true })
        {
            _doubts.Add($"{use.Token.Name} may hold several words, which would become one");
        }

        _inValue.Add(new TextEdit(place.Outer, at.Prefix + name + at.Suffix));
        return null;
    }

    private string? NameOf(PastedExpression pasted)
    {
        if (_names.TryGetValue(pasted.Key, out var known))
        {
            return known;
        }

        // The step may have it in its environment already.
        var held = _step.Variables.FirstOrDefault(v => EmbeddedExpression.FindAll(v.Value?.Value ?? "") is [{ IsClosed: true } only]
            && only.Outer.Length == v.Value!.Value.Length && PastedExpression.Of(v.Value.Value, only, pasted.Token)?.Key == pasted.Key);
        var name = held is not null && !VariableName.Mentions(Bare(), held.Name, _comparison) ? held.Name : VariableName.For(pasted.Token, Bare(), _isPlain, _taken, _comparison);
        _names[pasted.Key] = name;
        if (name is not null && name != held?.Name)
        {
            _taken.Add(name);
            _variables.Add(NewVariable.OfExpression(name, pasted.Inner));
        }

        return name;
    }

    /// <summary>The script without what the platform pastes.</summary>
    private string Bare() => TextEdits.Apply(_body.Value, [.. EmbeddedExpression.FindAll(_body.Value).Select(e => new TextEdit(e.Outer, " "))]);

    private string Written(string text) => _body.Style == YamlScalarStyle.DoubleQuoted ? text.Replace("\"", "\\\"", StringComparison.Ordinal) : text;
}
