namespace Warder.Reports.Documents;

/// <summary>Which generated document.</summary>
public enum DocumentKind
{
    /// <summary>What each token may do, where, and where it is used.</summary>
    Matrix,

    /// <summary>The rules that tokens are governed by.</summary>
    Policy,
}
