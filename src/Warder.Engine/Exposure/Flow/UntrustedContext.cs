namespace Warder.Engine.Exposure.Flow;

/// <summary>A value of a run that somebody without write access can write.</summary>
/// <param name="Path">Its path, <c>*</c> for any name or index.</param>
/// <param name="Events">The events that carry it.</param>
/// <param name="Words">What it is, for a sentence.</param>
internal sealed record UntrustedContext(string Path, IReadOnlyList<string> Events, string Words)
{
    /// <summary>The parts of the path.</summary>
    public IReadOnlyList<string> Parts { get; } = Path.Split('.');

    /// <summary>Whether a path is this one; whether it is the whole of which this is a part, where asked.</summary>
    public bool Fits(IReadOnlyList<string> path, bool whole)
    {
        if (path.Count > Parts.Count || (path.Count < Parts.Count && !whole))
        {
            return false;
        }

        for (var i = 0; i < path.Count; i++)
        {
            if (Parts[i] != "*" && path[i] != "*" && !string.Equals(Parts[i], path[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
