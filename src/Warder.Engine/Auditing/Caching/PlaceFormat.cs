using Warder.Engine.Findings;
using Warder.Syntax;

namespace Warder.Engine.Auditing.Caching;

/// <summary>Places in a cache.</summary>
internal static class PlaceFormat
{
    public static void Write(CacheWriter to, TextSpan span)
    {
        to.Write(span.Start);
        to.Write(span.Length);
    }

    public static TextSpan ReadSpan(CacheReader from) => new(from.ReadNumber(), from.ReadNumber());

    public static void Write(CacheWriter to, LinePosition position)
    {
        to.Write(position.Line);
        to.Write(position.Column);
    }

    public static LinePosition ReadPosition(CacheReader from) => new(from.ReadNumber(), from.ReadNumber());

    public static void Write(CacheWriter to, Location location)
    {
        to.Write(location.Path);
        Write(to, location.Span);
        Write(to, location.Start);
        Write(to, location.End);
    }

    public static Location ReadLocation(CacheReader from) => new(from.ReadWord(), ReadSpan(from), ReadPosition(from), ReadPosition(from));
}
