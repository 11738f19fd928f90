namespace Warder.Engine.Facts;

/// <summary>A provider that jobs sign in to or publish at.</summary>
public sealed class CredentialProvider
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is: <c>package-registry</c>, <c>cloud</c> and others.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether jobs can sign in with the platform's identity token instead of a stored credential.</summary>
    public required bool HasOidc { get; init; }

    /// <summary>Actions that publish, in lower case.</summary>
    public required IReadOnlyList<string> PublishActions { get; init; }

    /// <summary>Commands that publish, each as its first words.</summary>
    public required IReadOnlyList<string> PublishCommands { get; init; }

    /// <summary>Names that its stored credential usually has.</summary>
    public required IReadOnlyList<NamePattern> SecretNames { get; init; }

    /// <summary>Inputs that take its stored credential.</summary>
    public required IReadOnlyList<CredentialInput> Inputs { get; init; }

    /// <summary>Environment variables that hold its stored credential.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>What proves that a job signs in with the platform's identity token; any one is enough.</summary>
    public required IReadOnlyList<OidcProof> Proofs { get; init; }

    /// <summary>Whether packages are published at it.</summary>
    public bool IsPackageRegistry => Kind == "package-registry";

    /// <summary>Whether it vouches for signatures that are made elsewhere.</summary>
    public bool IsForSigning => Kind == "signing";

    /// <summary>Whether a secret of this name is usually its stored credential.</summary>
    public bool Knows(string secret)
    {
        foreach (var pattern in SecretNames)
        {
            if (pattern.Matches(secret))
            {
                return true;
            }
        }

        return false;
    }
}
