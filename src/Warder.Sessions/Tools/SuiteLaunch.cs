using Warder.Sessions.Records;

namespace Warder.Sessions.Tools;

/// <summary>What is added to a suite's command so that its artifacts land in the session.</summary>
internal sealed class SuiteLaunch
{
    public SuiteLaunch(ProjectFolder folder, SuitePlaces places)
    {
        Folder = folder;
        Places = places;
    }

    public ProjectFolder Folder { get; }

    public SuitePlaces Places { get; }

    /// <summary>Arguments behind those of the command.</summary>
    public List<string> Arguments { get; } = [];

    /// <summary>Variables of the environment.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);
}
