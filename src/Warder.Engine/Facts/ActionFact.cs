using System.Text.Json;
using Warder.Pipelines;

namespace Warder.Engine.Facts;

/// <summary>What is known of one action or of a workflow that others call.</summary>
public sealed class ActionFact
{
    /// <summary>Its <c>owner/name[/path]</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Inputs that take a token of the platform, each with the versions it is true of.</summary>
    public required IReadOnlyList<ActionTokenInput> TokenInputs { get; init; }

    /// <summary>Environment variables from which it reads a token of the platform.</summary>
    public required IReadOnlyList<string> TokenVariables { get; init; }

    /// <summary>The defaults of inputs that conditions name.</summary>
    public required IReadOnlyDictionary<string, string> Defaults { get; init; }

    /// <summary>What the tokens must be allowed.</summary>
    public required IReadOnlyList<FactNeed> Needs { get; init; }

    /// <summary>Why it may need more than is listed; null where it does not.</summary>
    public string? Unknown { get; init; }

    /// <summary>Whether it leaves the token behind for later git commands.</summary>
    public bool PersistsCredential { get; init; }

    /// <summary>How it logs in to a registry; null where it does not.</summary>
    public ActionLogin? Login { get; init; }

    /// <summary>Variables that it sets for later steps, each with the input whose token it hands on.</summary>
    public IReadOnlyDictionary<string, string> Exports { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The output by which it gives a token that it makes; null where it makes none.</summary>
    public string? MintedOutput { get; init; }

    /// <summary>Inputs whose value is a script that it runs.</summary>
    public IReadOnlyList<string> ScriptInputs { get; init; } = [];

    /// <summary>Whether it runs them in a container or a virtual machine, not in the job.</summary>
    public bool ScriptsAreApart { get; init; }

    /// <summary>Where the entry is from.</summary>
    public required string Basis { get; init; }

    /// <summary>Whether the entry rests on what the action does, not on what is written of it.</summary>
    public bool IsInferred => Basis.Contains("inferred", StringComparison.Ordinal);

    /// <summary>Whether all it does with the token is to fetch the repository's own files, or nothing that needs a permission.</summary>
    public bool OnlyFetches
    {
        get
        {
            if (Unknown is not null)
            {
                return false;
            }

            foreach (var need in Needs)
            {
                if (need.Permission != "contents" || need.Level != GrantLevel.Read)
                {
                    return PersistsCredential;
                }
            }

            return true;
        }
    }

    internal static ActionFact Read(JsonElement row)
    {
        var basis = FactFile.TextOrNull(row, "basis") ?? "";
        return new ActionFact
        {
            Name = FactFile.Text(row, "action"),
            TokenInputs = FactFile.Rows(row, "tokenInputs", ReadInput),
            TokenVariables = FactFile.Texts(row, "tokenEnv"),
            Defaults = FactFile.Map(row, "defaults"),
            Needs = FactFile.Rows(row, "needs", n => FactNeed.Read(n, basis)),
            Unknown = FactFile.TextOrNull(row, "unknown"),
            PersistsCredential = FactFile.Flag(row, "persistsCredential"),
            Login = row.TryGetProperty("login", out var login) ? new ActionLogin(FactFile.Text(login, "registry"), FactFile.Text(login, "password")) : null,
            Exports = FactFile.Map(row, "exports"),
            MintedOutput = FactFile.TextOrNull(row, "mints"),
            ScriptInputs = FactFile.Texts(row, "runsScript"),
            ScriptsAreApart = FactFile.Flag(row, "runsApart"),
            Basis = basis,
        };
    }

    private static ActionTokenInput ReadInput(JsonElement row) => new(
        FactFile.Text(row, "input"),
        FactFile.TextOrNull(row, "default") == "github.token",
        FactFile.TextOrNull(row, "purpose") == "download-only",
        ActionVersion.MajorOf(FactFile.TextOrNull(row, "since")),
        ActionVersion.MajorOf(FactFile.TextOrNull(row, "until")));
}
