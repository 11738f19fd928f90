namespace Warder.Reports.Documents;

/// <summary>How a place stands to a token.</summary>
internal enum PlaceState
{
    /// <summary>It may use the token and does.</summary>
    Used,

    /// <summary>It may use the token and does not.</summary>
    Unused,

    /// <summary>It may use the token and is not there.</summary>
    Missing,

    /// <summary>It uses the token and the registry has no list to hold it against.</summary>
    Unlisted,

    /// <summary>It uses the token, is on no list, and no rule minds.</summary>
    Beside,

    /// <summary>It uses the token and may not.</summary>
    Unauthorized,

    /// <summary>It uses a token that is on its way out or forbidden.</summary>
    Condemned,

    /// <summary>A document or configuration names the token and does not use it.</summary>
    Named,
}
