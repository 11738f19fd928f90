namespace Warder.Pipelines.Documents;

/// <summary>How a token is named in a text.</summary>
internal enum MentionForm
{
    /// <summary>By its bare name.</summary>
    Name,

    /// <summary>As a variable or secret that is read or set: <c>$X</c>, <c>secrets.X</c>, <c>export X=</c>.</summary>
    Reference,
}
