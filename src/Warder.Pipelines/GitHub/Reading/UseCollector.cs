using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Collects the token uses of a file, each place once.</summary>
internal sealed class UseCollector
{
    private static readonly UsePlace Nowhere = new(UseScope.Field);

    private readonly SourceText _source;
    private readonly GitHubExpressions _expressions;
    private readonly Dictionary<YamlScalar, ScalarReferences> _scalars = [];
    private readonly HashSet<int> _identityGrants = [];

    public UseCollector(SourceText source, GitHubExpressions expressions)
    {
        _source = source;
        _expressions = expressions;
    }

    /// <summary>The uses in the order found.</summary>
    public List<TokenUse> Uses { get; } = [];

    /// <summary>What could not be followed.</summary>
    public List<Unknown> Unknowns { get; } = [];

    /// <summary>Whether an expression of the file reads an environment variable.</summary>
    public bool ReadsEnvironment { get; private set; }

    public SourceText Source => _source;

    public ScalarReferences? Find(YamlScalar? scalar) => scalar is not null && _scalars.TryGetValue(scalar, out var found) ? found : null;

    /// <summary>Takes every scalar below a node; what an alias stands for is taken at its anchor.</summary>
    public void AddAll(YamlNode? node, in UsePlace place)
    {
        switch (node)
        {
            case YamlScalar scalar:
                Add(scalar, place);
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    AddAll(item, place);
                }

                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    AddAll(entry.Key, place);
                    AddAll(entry.Value, place);
                }

                break;
        }
    }

    /// <summary>Takes a map whose keys name what the values are bound to.</summary>
    public void AddNamed(YamlNode? node, in UsePlace place)
    {
        if (node is not YamlMapping mapping)
        {
            AddAll(node, place);
            return;
        }

        foreach (var entry in mapping.Entries)
        {
            AddAll(entry.Key, place);
            if (!MappingEntries.IsMerge(entry))
            {
                AddAll(entry.Value, place with { Binding = entry.KeyText });
                continue;
            }

            AddNamed(entry.Value, place);
        }
    }

    public void Add(YamlScalar scalar, in UsePlace place)
    {
        if (GitHubExpressions.IsTemplate(scalar.Value))
        {
            Take(scalar, place, _expressions.In(scalar), tested: place.Scope == UseScope.Condition);
        }
    }

    /// <summary>Takes a condition, which is an expression without braces too.</summary>
    public void AddCondition(YamlNode? node, in UsePlace place)
    {
        if (node is not YamlScalar scalar)
        {
            AddAll(node, place);
            return;
        }

        if (scalar.Value.Length > 0)
        {
            Take(scalar, place.At(UseScope.Condition), _expressions.InCondition(scalar), tested: true);
        }
    }

    public void AddIdentityGrant(PermissionSet permissions, string? job)
    {
        if (PermissionReader.FindIdentityGrant(permissions) is { } span && _identityGrants.Add(span.Start))
        {
            var place = Nowhere with { Scope = UseScope.Permission, Job = job };
            Uses.Add(Make(new TokenReference(TokenKind.Oidc, "OIDC"), span, place, isExplicit: false));
        }
    }

    public void AddInherited(TextSpan span, in UsePlace place) =>
        Uses.Add(Make(new TokenReference(TokenKind.Inherited, "*"), span, place, isExplicit: false));

    public void AddUnknown(string subject, string because, int offset) =>
        Unknowns.Add(new Unknown(_source.Path, _source.GetPosition(offset), subject, because));

    private void Take(
        YamlScalar scalar,
        in UsePlace place,
        IReadOnlyList<(EmbeddedExpression Place, ExpressionResult Result)> expressions,
        bool tested)
    {
        ExpressionReferences? references = null;
        foreach (var (_, result) in expressions)
        {
            if (result.Root is { } root)
            {
                references ??= new ExpressionReferences(scalar);
                references.Add(root);
            }
        }

        if (references is null || (references.Tokens.Count == 0 && references.EnvironmentReads.Count == 0))
        {
            return;
        }

        ReadsEnvironment |= references.EnvironmentReads.Count > 0;
        if (!_scalars.TryAdd(scalar, new ScalarReferences(Uses.Count, references.Tokens, references.EnvironmentReads)))
        {
            return;
        }

        foreach (var token in references.Tokens)
        {
            var span = scalar.ToSourceSpan(token.Span);
            var use = Make(token.Token, span, place, isExplicit: token.Implied is null);
            Uses.Add(use with
            {
                Scope = token.Implied is null ? use.Scope : UseScope.Implicit,
                Binding = token.Implied ?? use.Binding,
                OnlyTested = tested || !token.Carried,
                Chain = token.Chain,
                ChainPosition = token.ChainPosition,
            });
        }
    }

    private TokenUse Make(TokenReference token, TextSpan span, in UsePlace place, bool isExplicit) => new()
    {
        Token = token,
        Path = _source.Path,
        Span = span,
        Start = _source.GetPosition(span.Start),
        End = _source.GetPosition(span.End),
        Scope = place.Scope,
        Explicit = isExplicit,
        Job = place.Job,
        Step = place.Step?.Label,
        StepKey = place.Step?.Key,
        StepIndex = place.Step?.Index ?? -1,
        Binding = place.Binding,
        Consumer = place.Consumer,
    };
}
