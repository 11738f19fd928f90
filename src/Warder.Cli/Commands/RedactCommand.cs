using System.CommandLine;
using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Formats;
using Warder.Engine.Exposure.Redaction;
using Warder.Engine.Findings;
using Warder.Engine.Rules;

namespace Warder.Cli.Commands;

/// <summary><c>warder redact</c>: a filter that hides token values in whatever passes through it.</summary>
internal static class RedactCommand
{
    private const int BufferSize = 64 * 1024;

    public static Command Build()
    {
        var knownOnly = new Option<bool>("--known-only") { Description = "Hide only values that are known by their looks, not what follows words like 'password='." };
        var command = new Command("redact", "Hide token values in what is read from standard input and write the rest on.") { knownOnly };
        command.SetAction(parse =>
        {
            var problems = new List<Diagnostic>();
            var policy = PolicyLoader.Load(new UnlistedFiles(AuditTargets.RootOf(".")), RuleCatalogue.All, problems);
            if (problems.Count > 0)
            {
                // Better to hide with Warder's own formats than to let everything through or to stop a pipe.
                Console.Error.WriteLine($"warder: {problems[0].Path}: {problems[0].Message.TrimEnd('.')}; only Warder's own formats are hidden.");
            }

            IReadOnlyList<TokenFormat> formats = [.. policy.OwnFormats, .. FormatCatalogue.All];
            var redactor = parse.GetValue(knownOnly) ? Redactor.ForOutput(formats) : Redactor.ForText(formats);
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            var redaction = new StreamRedaction(redactor, output);
            var buffer = new byte[BufferSize];
            while (input.Read(buffer) is > 0 and var count)
            {
                redaction.Write(buffer.AsSpan(0, count));
                output.Flush();
            }

            redaction.Finish();
            return problems.Count > 0 ? ExitStatus.CouldNotWork : ExitStatus.Clean;
        });
        return command;
    }
}
