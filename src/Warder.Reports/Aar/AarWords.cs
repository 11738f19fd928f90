namespace Warder.Reports.Aar;

/// <summary>The words of reports; folders and names are part of the contract.</summary>
public static class AarWords
{
    /// <summary>The name of a kind, as on the command line.</summary>
    public static string NameOf(AarKind kind) => kind switch
    {
        AarKind.PullRequest => "pull-request",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The folder of a kind in that of a quarter.</summary>
    public static string FolderOf(AarKind kind) => kind switch
    {
        AarKind.Incident => "incidents",
        AarKind.Issue => "issues",
        AarKind.PullRequest => "pull-requests",
        AarKind.Sprint => "sprints",
        _ => NameOf(kind),
    };

    /// <summary>The heading of a kind in the index.</summary>
    public static string HeadingOf(AarKind kind) => kind switch
    {
        AarKind.Governance => "Governance",
        AarKind.Health => "Health",
        AarKind.Incident => "Incidents",
        AarKind.Issue => "Issues",
        AarKind.PullRequest => "Pull requests",
        AarKind.Sprint => "Sprints",
        _ => "Automation",
    };

    /// <summary>The word of a mode.</summary>
    public static string Of(AarMode mode) => mode.ToString().ToLowerInvariant();

    /// <summary>The mark in a report that Warder made.</summary>
    internal static string MarkOf(AarKind kind) => "aar-" + NameOf(kind);

    /// <summary>How a title looks in a file's name: letters of any script, digits and dashes, at most 60 of them; empty where nothing of it can stay.</summary>
    public static string SlugOf(string title)
    {
        const int most = 60;
        var slug = new System.Text.StringBuilder(most);
        foreach (var c in title)
        {
            if (char.IsLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length == most)
            {
                break;
            }
        }

        return slug.ToString().Trim('-');
    }
}
