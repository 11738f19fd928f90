using System.CommandLine;
using Warder.Cli.Sessions;
using Warder.Engine.Exposure.Formats;
using Warder.Sessions;
using Warder.Sessions.Tokens;

namespace Warder.Cli.Commands;

/// <summary><c>warder artifacts validate-tokens</c>: the environment's tokens held against the registry; no value is shown.</summary>
internal static class ArtifactsValidateTokensCommand
{
    public static Command Build()
    {
        var path = SessionTarget.PathOption();
        var flags = new AuditFlags("console", "json");
        var strict = new Option<bool>("--strict") { Description = "Fail too where a registered token is missing." };
        var command = new Command("validate-tokens", "Hold the tokens in the environment against the registry: which are set, whether their values are whole, of the right kind and not expired.") { path, strict, flags.Format };
        command.SetAction(parse =>
        {
            if (SessionTarget.Open(parse.GetRequiredValue(path)) is not { } target)
            {
                return ExitStatus.CouldNotWork;
            }

            var isRecovered = target.Recover();
            var summary = target.TokenSummary(session: null, out var tokens);
            var place = target.Logs.Relative(Path.Join(target.Logs.TokenAudit, TokenEnvironmentJson.FileName));
            try
            {
                target.Logs.Make();
            }
            catch (SessionException wrong)
            {
                Console.Error.WriteLine($"warder: {wrong.Message}");
                return ExitStatus.CouldNotWork;
            }

            OutputFile.WriteInside(target.Files.Root, place, writer => writer.Write(summary));
            if (parse.GetValue(flags.Format) == "json")
            {
                Console.Out.Write(summary);
            }
            else
            {
                Write(tokens, place);
            }

            return !isRecovered ? ExitStatus.CouldNotWork
                : tokens.Compliance == "violation" || (parse.GetValue(strict) && tokens.Tokens.Any(t => t is { IsPresent: false, Status: Engine.Registry.TokenStatus.Registered })) ? ExitStatus.Findings
                : ExitStatus.Clean;
        });
        return command;
    }

    private static void Write(TokenEnvironment tokens, string place)
    {
        if (!tokens.HasRegistry)
        {
            Console.Out.WriteLine("there is no registry; 'warder registry discover --write' makes one");
        }

        var width = tokens.Tokens.Count == 0 ? 0 : tokens.Tokens.Max(t => t.Name.Length);
        foreach (var token in tokens.Tokens)
        {
            var role = token.Roles.Count > 0 ? $" ({string.Join(", ", token.Roles)})" : "";
            Console.Out.WriteLine($"{token.Name.PadRight(width)}  {State(token)}{role}");
            foreach (var problem in token.Problems)
            {
                Console.Out.WriteLine($"  {(problem.IsViolation ? "" : "note: ")}{problem.Message}");
            }
        }

        Console.Out.WriteLine($"hierarchy: {tokens.GitHubStatus}");
        Console.Out.WriteLine($"compliance: {tokens.Compliance}");
        Console.Out.WriteLine($"summary: {place}");
    }

    private static string State(TokenState token)
    {
        if (!token.IsPresent)
        {
            return token.Status == Engine.Registry.TokenStatus.Prohibited ? "not set, as it should be" : "not set";
        }

        return token.Look is { } look
            ? $"set: {look.Format.Title}, {look.Proof switch { TokenProof.Checksum => "its checksum fits", TokenProof.Structure => "what it encodes can be read", TokenProof.ChecksumFails => "its checksum does not fit", _ => "it has the shape of one" }}{(look.Note is { } note ? $", {note}" : "")}"
            : "set, of no known format";
    }
}
