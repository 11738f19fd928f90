using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Warder.Engine.Activity;
using Warder.Engine.Exposure.Redaction;
using Warder.Reports.Aar;

namespace Warder.Cli.Aar;

/// <summary>Asks the forge about one issue or pull request through <c>gh</c>, which reads and never writes here. Without it, or without an answer in time, nothing is known.</summary>
internal static class ForgeQuery
{
    private const string IssueFields = "number,title,state,author,createdAt,closedAt,labels";
    private const string PullRequestFields = "number,title,state,author,createdAt,closedAt,mergedAt,labels,baseRefName,changedFiles,files,mergeCommit";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What the forge says; null, with the reason as half a sentence, where it does not.</summary>
    public static AarSubject? Ask(AarKind kind, int number, string? name, out string because)
    {
        if (name is null)
        {
            because = "git's configuration names no repository on the platform";
            return null;
        }

        var (what, fields) = kind == AarKind.Issue ? ("issue", IssueFields) : ("pr", PullRequestFields);
        if (Output(["--repo", name, "--json", fields], what, number, out because) is not { } text)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return Of(document.RootElement, number);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            because = "what gh answered could not be read";
            return null;
        }
    }

    private static string? Output(string[] arguments, string what, int number, out string because)
    {
        // Not in the repository: what its configuration says is not gh's to follow.
        var start = new ProcessStartInfo("gh")
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])[what, "view", number.ToString(CultureInfo.InvariantCulture), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["GH_PROMPT_DISABLED"] = "1";
        start.Environment["GH_NO_UPDATE_NOTIFIER"] = "1";
        start.Environment["NO_COLOR"] = "1";
        start.Environment.Remove("GH_DEBUG");
        try
        {
            using var gh = Process.Start(start)!;
            gh.StandardInput.Close();
            var output = gh.StandardOutput.ReadToEndAsync();
            var errors = gh.StandardError.ReadToEndAsync();
            if (!gh.WaitForExit(Patience) || !Task.WhenAll(output, errors).Wait(Patience))
            {
                gh.Kill(entireProcessTree: true);
                because = $"gh gave no answer within {Patience.TotalSeconds} seconds";
                return null;
            }

            because = gh.ExitCode == 0 ? "" : $"gh says: {Redactor.Known.Redact(errors.Result.Split('\n')[0].Trim()).TrimEnd('.')}";
            return gh.ExitCode == 0 ? output.Result : null;
        }
        catch (Win32Exception)
        {
            because = "gh is not installed";
            return null;
        }
    }

    private static AarSubject Of(JsonElement answer, int number)
    {
        var merged = Time(answer, "mergedAt");
        return new AarSubject
        {
            Number = number,
            IsFromForge = true,
            Title = Text(answer, "title"),
            State = Text(answer, "state")?.ToLowerInvariant(),
            Author = Inner(answer, "author", "login"),
            Created = Time(answer, "createdAt"),
            Closed = merged ?? Time(answer, "closedAt"),
            Labels = answer.TryGetProperty("labels", out var labels) ? [.. labels.EnumerateArray().Select(l => Text(l, "name")).OfType<string>().Order(StringComparer.Ordinal)] : [],
            Base = Text(answer, "baseRefName"),
            MergeCommit = Inner(answer, "mergeCommit", "oid"),
            Files = FilesOf(answer),
        };
    }

    /// <summary>The files; null where the answer tells fewer than there are.</summary>
    private static IReadOnlyList<FileChange>? FilesOf(JsonElement answer)
    {
        if (!answer.TryGetProperty("files", out var files) || files.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var isWhole = !answer.TryGetProperty("changedFiles", out var count) || count.GetInt32() == files.GetArrayLength();
        return isWhole
            ? [.. files.EnumerateArray().Select(f => new FileChange(Text(f, "path") ?? "", Before: null, f.GetProperty("additions").GetInt32(), f.GetProperty("deletions").GetInt32()))]
            : null;
    }

    private static string? Text(JsonElement from, string key) =>
        from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string? Inner(JsonElement from, string key, string inner) =>
        from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Object ? Text(value, inner) : null;

    private static DateTimeOffset? Time(JsonElement from, string key) =>
        Text(from, key) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
