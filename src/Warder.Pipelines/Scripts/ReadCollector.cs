using Warder.Syntax;

namespace Warder.Pipelines.Scripts;

/// <summary>Gathers the reads of one script and tells which of them are uses of tokens.</summary>
internal sealed class ReadCollector
{
    private readonly TokenNames _names;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<TokenReference>> _environment;
    private readonly List<EnvironmentRead> _reads = [];
    private Dictionary<string, int>? _ownFrom;

    public ReadCollector(
        SourceText source,
        TokenNames names,
        IReadOnlyDictionary<string, IReadOnlyList<TokenReference>> environment,
        bool ignoresCase = false)
    {
        Source = source;
        _names = names;
        _environment = environment;
        IgnoresCase = ignoresCase;
    }

    public SourceText Source { get; }

    public string Text => Source.Text;

    /// <summary>Whether names of variables compare without case here.</summary>
    public bool IgnoresCase { get; }

    public void Add(EnvironmentRead read) => _reads.Add(read);

    public EnvironmentRead Add(string name, TextSpan span, string? consumer = null)
    {
        var read = new EnvironmentRead(name, span, consumer);
        _reads.Add(read);
        return read;
    }

    /// <summary>Says that the script gives a variable a value of its own here: reads further on are not the environment's.</summary>
    public void Own(string name, int from)
    {
        _ownFrom ??= new Dictionary<string, int>(IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        if (!_ownFrom.TryGetValue(name, out var known) || from < known)
        {
            _ownFrom[name] = from;
        }
    }

    /// <summary>Whether a variable of this name holds a token.</summary>
    public bool IsToken(string name) => TokensOf(name).Count > 0;

    /// <summary>The uses in the order of the text, each place once for each token behind it.</summary>
    public IReadOnlyList<TokenUse> ToUses()
    {
        List<(EnvironmentRead Read, FallbackChain? Chain, int Position)>? found = null;
        foreach (var head in _reads)
        {
            if (head.IsAlternative)
            {
                continue;
            }

            var chain = ChainOf(head);
            var position = 0;
            for (var read = head; read is not null; read = read.Next)
            {
                if (!IsOwn(read) && IsToken(read.Name))
                {
                    (found ??= []).Add((read, chain, position));
                }

                position++;
            }
        }

        if (found is null)
        {
            return [];
        }

        found.Sort(static (a, b) => a.Read.Span.Start.CompareTo(b.Read.Span.Start));
        var uses = new List<TokenUse>(found.Count);
        var end = -1;
        foreach (var (read, chain, position) in found)
        {
            if (read.Span.Start < end)
            {
                continue;
            }

            end = read.Span.End;
            foreach (var token in TokensOf(read.Name))
            {
                uses.Add(new TokenUse
                {
                    Token = token,
                    Path = Source.Path,
                    Span = read.Span,
                    Start = Source.GetPosition(read.Span.Start),
                    End = Source.GetPosition(read.Span.End),
                    Scope = UseScope.ScriptFile,
                    Binding = read.Name,
                    Consumer = read.Consumer,
                    Chain = chain,
                    ChainPosition = position,
                });
            }
        }

        return uses;
    }

    private bool IsOwn(EnvironmentRead read) =>
        _ownFrom is not null && _ownFrom.TryGetValue(read.Name, out var from) && read.Span.Start > from;

    private FallbackChain? ChainOf(EnvironmentRead head)
    {
        if (head.Next is null && head.Rest is not { Length: > 0 })
        {
            return null;
        }

        var links = new List<ChainLink>();
        var end = head.Span.End;
        for (var read = head; read is not null; read = read.Next)
        {
            var tokens = IsOwn(read) ? [] : TokensOf(read.Name);
            links.Add(new ChainLink(tokens.Count > 0 ? tokens[0] : null, Source.GetText(read.Span), IsLiteral: false));
            end = Math.Max(end, read.Span.End);
            if (read.Next is null && read.Rest is { Length: > 0 } rest)
            {
                links.Add(new ChainLink(Token: null, Source.GetText(rest), read.IsRestLiteral));
                end = Math.Max(end, rest.End);
            }
        }

        return new FallbackChain(links, TextSpan.FromBounds(head.Span.Start, end));
    }

    private IReadOnlyList<TokenReference> TokensOf(string name)
    {
        if (_environment.Count > 0)
        {
            if (_environment.TryGetValue(name, out var tokens))
            {
                return tokens;
            }

            if (IgnoresCase)
            {
                foreach (var (variable, behind) in _environment)
                {
                    if (string.Equals(variable, name, StringComparison.OrdinalIgnoreCase))
                    {
                        return behind;
                    }
                }
            }
        }

        var upper = IgnoresCase ? name.ToUpperInvariant() : name;
        return _names.Contains(upper) ? [TokenReference.Named(upper)] : [];
    }
}
