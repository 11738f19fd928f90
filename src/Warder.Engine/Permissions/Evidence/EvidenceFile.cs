using System.Text.Json;
using Warder.Engine.Facts;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Evidence;

/// <summary>Reads what runs were seen to use: <c>{"jobs":[{"file","job","permissions":{"contents":"read"}}]}</c>.</summary>
public static class EvidenceFile
{
    /// <summary>The observations; null, with the reason, where the text is no such file.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="scopes">The permissions that exist.</param>
    /// <param name="problem">What is wrong with it; null where nothing is.</param>
    public static IReadOnlyList<Observation>? Read(string text, PermissionScopes scopes, out string? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var all = new List<Observation>();
            problem = ReadJobs(document.RootElement, scopes, all);
            return problem is null ? all : null;
        }
        catch (JsonException wrong)
        {
            problem = $"it is not JSON: line {wrong.LineNumber + 1}, column {wrong.BytePositionInLine + 1}";
            return null;
        }
    }

    private static string? ReadJobs(JsonElement root, PermissionScopes scopes, List<Observation> all)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("jobs", out var jobs) || jobs.ValueKind != JsonValueKind.Array)
        {
            return "it must be an object with a list `jobs`";
        }

        var number = 0;
        foreach (var job in jobs.EnumerateArray())
        {
            number++;
            if (job.ValueKind != JsonValueKind.Object
                || TextOf(job, "file") is not { } file
                || TextOf(job, "job") is not { } name
                || !job.TryGetProperty("permissions", out var permissions)
                || permissions.ValueKind != JsonValueKind.Object)
            {
                return $"entry {number} of `jobs` must have `file`, `job` and a mapping `permissions`";
            }

            foreach (var permission in permissions.EnumerateObject())
            {
                if (Observe(file, name, permission, scopes, out var problem) is not { } seen)
                {
                    return $"entry {number} of `jobs`: {problem}";
                }

                all.Add(seen);
            }
        }

        return null;
    }

    private static Observation? Observe(string file, string job, JsonProperty permission, PermissionScopes scopes, out string? problem)
    {
        if (scopes.FindInWorkflow(permission.Name) is null)
        {
            var near = Spelling.Nearest(permission.Name, scopes.WorkflowNames) is { } name ? $"; did you mean `{name}`?" : "";
            problem = $"there is no permission `{permission.Name}`{near}";
            return null;
        }

        GrantLevel? level = permission.Value.ValueKind != JsonValueKind.String ? null : permission.Value.GetString() switch
        {
            "read" => GrantLevel.Read,
            "write" => GrantLevel.Write,
            _ => null,
        };
        problem = level is null ? $"the level of `{permission.Name}` must be `read` or `write`" : null;
        return level is { } known ? new Observation(file.Replace('\\', '/'), job, permission.Name, known) : null;
    }

    private static string? TextOf(JsonElement row, string key) =>
        row.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
