using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Auditing.Caching;

/// <summary>Token uses of one file in a cache. Uses of one fallback chain share it, as they did when it was read.</summary>
internal static class TokenUseFormat
{
    public static void Write(CacheWriter to, IReadOnlyList<TokenUse> uses)
    {
        var chains = new List<FallbackChain>();
        to.Write(uses, (w, use) => Write(w, use, chains));
    }

    public static TokenUse[] Read(CacheReader from)
    {
        var chains = new List<FallbackChain>();
        return from.ReadList(r => Read(r, chains));
    }

    /// <summary>One use that belongs to no list: its chain is its own.</summary>
    public static void WriteOne(CacheWriter to, TokenUse use) => Write(to, use, []);

    public static TokenUse ReadOne(CacheReader from) => Read(from, []);

    public static void Write(CacheWriter to, TokenReference token)
    {
        to.Write((int)token.Kind);
        to.Write(token.Name);
    }

    public static TokenReference ReadToken(CacheReader from) => new((TokenKind)from.ReadNumber(), from.ReadWord());

    private static void Write(CacheWriter to, TokenUse use, List<FallbackChain> chains)
    {
        Write(to, use.Token);
        to.Write(use.Path);
        PlaceFormat.Write(to, use.Span);
        PlaceFormat.Write(to, use.Start);
        PlaceFormat.Write(to, use.End);
        to.Write((int)use.Scope);
        to.Write(use.Explicit);
        to.Write(use.GivenByCaller);
        to.Write(use.OnlyTested);
        to.Write(use.Job);
        to.Write(use.Step);
        to.Write(use.StepKey);
        to.Write(use.StepIndex);
        to.Write(use.Binding);
        to.Write(use.Consumer);
        WriteChain(to, use.Chain, chains);
        to.Write(use.ChainPosition);
        to.Write(use.Reaches, WriteReach);
    }

    private static TokenUse Read(CacheReader from, List<FallbackChain> chains) => new()
    {
        Token = ReadToken(from),
        Path = from.ReadWord(),
        Span = PlaceFormat.ReadSpan(from),
        Start = PlaceFormat.ReadPosition(from),
        End = PlaceFormat.ReadPosition(from),
        Scope = (UseScope)from.ReadNumber(),
        Explicit = from.ReadFlag(),
        GivenByCaller = from.ReadFlag(),
        OnlyTested = from.ReadFlag(),
        Job = from.ReadText(),
        Step = from.ReadText(),
        StepKey = from.ReadText(),
        StepIndex = from.ReadNumber(),
        Binding = from.ReadText(),
        Consumer = from.ReadText(),
        Chain = ReadChain(from, chains),
        ChainPosition = from.ReadNumber(),
        Reaches = from.ReadList(ReadReach),
    };

    private static void WriteChain(CacheWriter to, FallbackChain? chain, List<FallbackChain> chains)
    {
        if (chain is null)
        {
            to.Write(-1);
            return;
        }

        var known = chains.FindIndex(c => ReferenceEquals(c, chain));
        to.Write(known < 0 ? chains.Count : known);
        if (known < 0)
        {
            chains.Add(chain);
            PlaceFormat.Write(to, chain.Span);
            to.Write(chain.Links, WriteLink);
        }
    }

    private static FallbackChain? ReadChain(CacheReader from, List<FallbackChain> chains)
    {
        var number = from.ReadNumber();
        if (number < 0)
        {
            return null;
        }

        if (number == chains.Count)
        {
            var span = PlaceFormat.ReadSpan(from);
            chains.Add(new FallbackChain(from.ReadList(ReadLink), span));
        }

        return chains[number];
    }

    private static void WriteLink(CacheWriter to, ChainLink link)
    {
        to.Write(link.Token is not null);
        if (link.Token is { } token)
        {
            Write(to, token);
        }

        to.Write(link.Text);
        to.Write(link.IsLiteral);
        to.Write(link.IsConditional);
    }

    private static ChainLink ReadLink(CacheReader from)
    {
        TokenReference? token = from.ReadFlag() ? ReadToken(from) : null;
        return new ChainLink(token, from.ReadWord(), from.ReadFlag()) { IsConditional = from.ReadFlag() };
    }

    private static void WriteReach(CacheWriter to, UseReach reach)
    {
        to.Write(reach.Job);
        to.Write(reach.Step);
        to.Write(reach.StepIndex);
        to.Write(reach.Via);
        to.Write(reach.Consumer);
        PlaceFormat.Write(to, reach.Position);
    }

    private static UseReach ReadReach(CacheReader from) =>
        new(from.ReadWord(), from.ReadWord(), from.ReadNumber(), from.ReadWord(), from.ReadText(), PlaceFormat.ReadPosition(from));
}
