using Warder.Engine.Facts;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Values;

/// <summary>What a value of a pipeline may hold when it runs, as far as the files say.</summary>
internal sealed record PossibleValue
{
    private const string Whole = "\u0001";

    /// <summary>The text, with <see cref="FactCondition.Hole"/> where a part is not known; null where it may be one of several.</summary>
    public string? Text { get; private init; }

    /// <summary>The tokens that it may carry.</summary>
    public IReadOnlyList<TokenReference> Tokens { get; private init; } = [];

    /// <summary>Whether it may carry something that is not among the tokens.</summary>
    public bool MayBeOther { get; private init; }

    /// <summary>Whether it comes from a place where the platform's token could stand unseen: a secret that a caller gives under its own name.</summary>
    public bool IsFromOutside { get; init; }

    /// <summary>Whether it counts as true in an expression; null where that is not known.</summary>
    public bool? Truth { get; private init; }

    /// <summary>Whether something is sure to stand in it, be it a token whose text nobody knows: what gives it did not fail, or the run had ended.</summary>
    public bool IsSurelyGiven { get; private init; }

    /// <summary>Nothing: what is not written, or empty.</summary>
    public static PossibleValue Empty { get; } = new() { Text = "", Truth = false };

    /// <summary>Something of which the files say nothing.</summary>
    public static PossibleValue Opaque { get; } = new() { Text = Whole, MayBeOther = true };

    /// <summary>A token of somebody else: that of an app, which an earlier step made.</summary>
    public static PossibleValue OfApp { get; } = Opaque with { IsSurelyGiven = true };

    /// <summary>True or false, decided when it runs.</summary>
    public static PossibleValue Undecided { get; } = new() { MayBeOther = true };

    /// <summary>True or false; undecided where the files do not say which.</summary>
    public static PossibleValue Decided(bool? truth) => truth is { } known ? OfLiteral(known) : Undecided;

    /// <summary>Whether its text is known to the last character.</summary>
    public bool IsWhole => Text is not null && !Text.Contains(FactCondition.Hole, StringComparison.Ordinal);

    /// <summary>The default token.</summary>
    public static PossibleValue DefaultToken { get; } = Of(TokenReference.Default);

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => Text is { Length: 0 } && Tokens.Count == 0;

    /// <summary>Whether it may carry the default token.</summary>
    public bool MayBeDefault => IsFromOutside || Tokens.Contains(TokenReference.Default);

    /// <summary>A text, which may have holes.</summary>
    public static PossibleValue Of(string text) => new() { Text = text, Truth = text.Length == 0 ? false : null };

    /// <summary>A literal of an expression.</summary>
    public static PossibleValue OfLiteral(object? literal) => literal switch
    {
        bool flag => new() { Text = flag ? "true" : "false", Truth = flag },
        double number => new() { Text = number.ToString(System.Globalization.CultureInfo.InvariantCulture), Truth = number != 0 },
        string text => new() { Text = text, Truth = text.Length > 0 },
        _ => Empty,
    };

    /// <summary>A token.</summary>
    public static PossibleValue Of(TokenReference token) => new()
    {
        Text = Whole,
        Tokens = [token],
        // The platform always has its own token; a secret may be missing.
        Truth = token == TokenReference.Default ? true : null,
        IsSurelyGiven = token == TokenReference.Default,
    };

    /// <summary>One of two values.</summary>
    public static PossibleValue Either(PossibleValue left, PossibleValue right) => new()
    {
        Text = string.Equals(left.Text, right.Text, StringComparison.Ordinal) ? left.Text : null,
        Tokens = [.. left.Tokens.Union(right.Tokens)],
        MayBeOther = left.MayBeOther || right.MayBeOther || (left.Tokens.Count == 0) != (right.Tokens.Count == 0),
        IsFromOutside = left.IsFromOutside || right.IsFromOutside,
        Truth = left.Truth == right.Truth ? left.Truth : null,
        IsSurelyGiven = left.IsSurelyGiven && right.IsSurelyGiven,
    };

    /// <summary>Texts one behind the other: <c>Bearer ${{ secrets.X }}</c>.</summary>
    public static PossibleValue Join(IReadOnlyList<PossibleValue> parts)
    {
        if (parts is [var single])
        {
            return single;
        }

        var text = new string[parts.Count];
        List<TokenReference>? tokens = null;
        var (isOther, isFromOutside, isSurelyGiven) = (false, false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var part = parts[i];
            text[i] = part.Text ?? Whole;
            isOther |= part.MayBeOther;
            isFromOutside |= part.IsFromOutside;
            isSurelyGiven |= part.IsSurelyGiven;
            if (part.Tokens.Count > 0)
            {
                tokens = [.. (tokens ?? []).Union(part.Tokens)];
            }
        }

        return new PossibleValue
        {
            Text = string.Concat(text),
            Tokens = tokens ?? [],
            MayBeOther = tokens is null && isOther,
            IsFromOutside = isFromOutside,
            IsSurelyGiven = isSurelyGiven,
        };
    }

    /// <summary>The value as an action receives it, to which <c>false</c> is a text like others.</summary>
    public PossibleValue AsText() => IsWhole && Tokens.Count == 0 ? Of(Text!) : this;

    /// <summary>Without the token that a fallback may put in its place.</summary>
    public PossibleValue WithFallback(PossibleValue right) => Truth switch
    {
        true => this,
        false => right,
        _ => Either(this with { MayBeOther = MayBeOther && Text == Whole }, right) with { IsSurelyGiven = IsSurelyGiven || right.IsSurelyGiven },
    };

    /// <summary>The text as a clause of a fact compares it: to one that asks whether anything is given, a token is.</summary>
    public string? TextFor(FactClause clause) => clause.Operator == FactOperator.IsGiven && IsSurelyGiven ? "given" : Text;
}
