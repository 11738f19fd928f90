using Warder.Engine.Auditing;

namespace Warder.Engine.Hygiene;

/// <summary>Tells from its content that a file with the name of a key holds none.</summary>
public static class SensitiveContent
{
    /// <summary>Why the file is harmless; null where it is not known to be.</summary>
    public static string? WhyHarmless(RepositoryFiles files, string path)
    {
        var extension = Path.GetExtension(path);
        if (extension is not (".pem" or ".key"))
        {
            return null;
        }

        if ((files.Read(path) is var decoded ? decoded.Source ?? decoded.AsLatin1 : null) is not { } source)
        {
            return null;
        }

        var text = source.Text;
        return text.Contains("PRIVATE KEY", StringComparison.Ordinal) ? null
            : text.Contains("-----BEGIN CERTIFICATE", StringComparison.Ordinal) || text.Contains("-----BEGIN TRUSTED CERTIFICATE", StringComparison.Ordinal) ? "a certificate without a key"
            : text.Contains("-----BEGIN PUBLIC KEY-----", StringComparison.Ordinal) || text.Contains("-----BEGIN RSA PUBLIC KEY-----", StringComparison.Ordinal) ? "a public key"
            : text.AsSpan().Trim().IsEmpty ? "an empty file"
            : null;
    }
}
