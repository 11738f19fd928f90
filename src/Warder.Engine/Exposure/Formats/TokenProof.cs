namespace Warder.Engine.Exposure.Formats;

/// <summary>What speaks for a value being a real token, rising.</summary>
public enum TokenProof
{
    /// <summary>It has the shape, but its checksum does not fit: made up, cut or mistyped.</summary>
    ChecksumFails,

    /// <summary>It has the shape and looks random.</summary>
    Shape,

    /// <summary>What is encoded in it can be read and makes sense.</summary>
    Structure,

    /// <summary>Its checksum fits; chance is out of the question.</summary>
    Checksum,
}
