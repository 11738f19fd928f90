using System.Globalization;
using Warder.Engine.Hygiene;

namespace Warder.Reports.Hygiene;

/// <summary>The words of the output for sensitive files and artifacts; part of the contract with whoever reads it.</summary>
internal static class HygieneWords
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    public static string Of(ArtifactState state) => state switch
    {
        ArtifactState.Tracked => "tracked",
        ArtifactState.Ignored => "ignored",
        ArtifactState.Untracked => "untracked",
        _ => "unknown",
    };

    public static string Of(ArtifactAction action) => action switch
    {
        ArtifactAction.Delete => "delete",
        ArtifactAction.Move => "move",
        ArtifactAction.Untrack => "untrack",
        _ => "review",
    };

    public static string Of(IgnoreSyntax syntax) => syntax switch
    {
        IgnoreSyntax.Git => "git",
        IgnoreSyntax.Docker => "docker",
        _ => "lines",
    };

    /// <summary>The command by which a person does what is right.</summary>
    public static string CommandFor(RootArtifact artifact, string logs)
    {
        // A name may begin with a dash.
        var name = ShellWord.Of(artifact.Name);
        return artifact.Action switch
        {
            ArtifactAction.Untrack when artifact.Fact.Remedy == Remedy.Move => $"mkdir -p {ShellWord.Of(logs)} && git mv -- {name} {ShellWord.Of(logs)}/",
            ArtifactAction.Untrack => $"git rm {(artifact.IsFolder ? "-r " : "")}--cached -- {name}",
            ArtifactAction.Move => $"mkdir -p {ShellWord.Of(logs)} && mv -n -- {name} {ShellWord.Of(logs)}/",
            ArtifactAction.Delete => $"rm {(artifact.IsFolder ? "-r" : "-f")} -- {name}",
            _ => $"ls -ld -- {name}",
        };
    }

    /// <summary><c>12 kB</c>, in thousands.</summary>
    public static string Size(long bytes)
    {
        var (value, unit) = ((double)bytes, 0);
        while (value >= 1000 && unit < Units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(unit == 0 || value >= 10 ? Math.Round(value) : Math.Round(value, 1))} {Units[unit]}");
    }
}
