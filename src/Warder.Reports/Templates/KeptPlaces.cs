using System.Text;
using Warder.Reports.Documents;

namespace Warder.Reports.Templates;

/// <summary>The places of a template where people may write. What they wrote goes in last, as it is: nothing of it is hidden or escaped.</summary>
internal sealed class KeptPlaces(KeptParts kept)
{
    // Two characters of the private use area; a text that holds them by chance names no place.
    private const char Open = '\uE000';
    private const char Close = '\uE001';
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    /// <summary>Text that cannot be taken for the mark of a place.</summary>
    public static string Unmarked(string text) => text.AsSpan().ContainsAny(Open, Close) ? text.Replace(Open, ' ').Replace(Close, ' ') : text;

    /// <summary>Marks a place.</summary>
    /// <param name="name">The part.</param>
    /// <param name="before">What stands there before anybody has written.</param>
    public string Place(string name, string before)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') || before.Contains("<!-- warder:", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The place '{name}' cannot be kept: its name is of letters, digits and '-', and what stands there first holds no mark of Warder's.");
        }

        if (!_places.TryAdd(name, kept.Find(name) ?? before))
        {
            throw new InvalidOperationException($"The place '{name}' is there twice.");
        }

        return $"{KeptParts.BeginOf(name)}\n{Open}{name}{Close}{KeptParts.EndOf(name)}";
    }

    /// <summary>
    /// The text with what people wrote, below what stood before our mark. A part that has no place any more stands at the end, so
    /// that nothing is lost.
    /// </summary>
    public string Fill(string text)
    {
        // Our lines end as those of the file do.
        var filled = new StringBuilder(kept.Preamble).Append(kept.NewLine == "\n" ? text : text.ReplaceLineEndings(kept.NewLine));
        foreach (var (name, content) in _places)
        {
            filled.Replace($"{Open}{name}{Close}", content);
        }

        var gone = kept.Without(_places.Keys.ToHashSet(StringComparer.Ordinal));
        foreach (var (i, (name, content)) in gone.Index())
        {
            filled.Append(i == 0 ? $"\n## {KeptParts.GoneTitle}\n" : "");
            filled.Append($"\n{KeptParts.BeginOf(name)}\n{content}{KeptParts.EndOf(name)}\n");
        }

        return filled.ToString();
    }
}
