using Warder.Engine.Findings;
using Warder.Engine.Rules;

namespace Warder.Engine.Auditing.Caching;

/// <summary>A finding in a cache.</summary>
internal static class FindingFormat
{
    public static void Write(CacheWriter to, Finding finding)
    {
        to.Write(finding.Rule.Slug);
        to.Write((int)finding.Severity);
        to.Write((int)finding.Confidence);
        to.Write(finding.OtherPersona is { } persona ? (int)persona : -1);
        PlaceFormat.Write(to, finding.Location);
        to.Write(finding.Message);
        to.Write(finding.Fingerprint);
        to.Write(finding.ContextHash);
        to.Write(finding.Why);
        to.Write(finding.Hint);
        to.Write(finding.Job);
        to.Write(finding.Step);
        to.Write(finding.Token);
        to.Write(finding.Related, WriteRelated);
        to.Write(finding.IsPath);
        to.Write(finding.Frame?.FirstLine ?? -1);
        if (finding.Frame is { } frame)
        {
            to.Write(frame.Lines, (w, line) => w.Write(line));
        }
    }

    public static Finding Read(CacheReader from, IReadOnlyDictionary<string, Rule> rules) => new()
    {
        Rule = rules[from.ReadWord()].Descriptor,
        Severity = (Severity)from.ReadNumber(),
        Confidence = (Confidence)from.ReadNumber(),
        OtherPersona = from.ReadNumber() is >= 0 and var persona ? (Persona)persona : null,
        Location = PlaceFormat.ReadLocation(from),
        Message = from.ReadWord(),
        Fingerprint = from.ReadWord(),
        ContextHash = from.ReadWord(),
        Why = from.ReadText(),
        Hint = from.ReadText(),
        Job = from.ReadText(),
        Step = from.ReadText(),
        Token = from.ReadText(),
        Related = from.ReadList(ReadRelated),
        IsPath = from.ReadFlag(),
        Frame = from.ReadNumber() is >= 0 and var first ? new CodeFrame(first, from.ReadList(r => r.ReadWord())) : null,
    };

    private static void WriteRelated(CacheWriter to, RelatedPlace place)
    {
        PlaceFormat.Write(to, place.Location);
        to.Write(place.Message);
    }

    private static RelatedPlace ReadRelated(CacheReader from) => new(PlaceFormat.ReadLocation(from), from.ReadWord());
}
