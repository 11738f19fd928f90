using System.CommandLine;
using Warder.Engine.Auditing;
using Warder.Engine.Policy;
using Warder.Engine.Registry.Discovery;

namespace Warder.Cli.Commands;

/// <summary><c>warder registry discover</c>: a registry from what is found.</summary>
internal static class RegistryDiscoverCommand
{
    private const string SchemaName = "token-registry.schema.json";

    public static Command Build()
    {
        var path = new Argument<string>("path") { Description = "The repository. Default: the current folder.", DefaultValueFactory = _ => "." };
        var write = new Option<bool>("--write") { Description = "Write the file. A registry that is there keeps every byte, comments included; what is missing is added." };
        var command = new Command("discover", "Make a registry from the tokens that are used, or add to the one that is there.") { path, write };
        command.SetAction(parse =>
        {
            if (RegistryOnDisk.Open(parse.GetRequiredValue(path)) is not { } opened)
            {
                return ExitStatus.CouldNotWork;
            }

            var results = new AuditRun { Rules = new HashSet<string>(), ShowProgress = true }.Run([opened.Files.Root!]);
            if (results is not [var result])
            {
                return ExitStatus.CouldNotWork;
            }

            // What is found in the other files stands, and the status says that there may be more; a registry or a policy that is not
            // understood is not to be built on.
            var unseen = DiagnosticLines.Write(results);
            if (result.Diagnostics.Any(d => d.Path is null || d.Path == opened.Path || AuditPolicy.DefaultPaths.Contains(d.Path)))
            {
                return ExitStatus.CouldNotWork;
            }

            var tokens = TokenDiscovery.Find(result);
            var text = result.Repository.Registry is { } registry
                ? RegistryMerge.Add(registry, tokens)
                : RegistryMerge.Create(tokens, result.Repository.Today);
            if (text is null)
            {
                Console.Error.WriteLine($"warder: {opened.Path} has a shape that nothing can be added to safely. 'warder registry check' says what is wrong with it.");
                return ExitStatus.CouldNotWork;
            }

            return Math.Max(unseen, parse.GetValue(write) ? Write(opened, tokens, text) : Print(text));
        });
        return command;
    }

    private static int Print(string text)
    {
        Console.Out.Write(text);
        return ExitStatus.Clean;
    }

    private static int Write(RegistryOnDisk opened, IReadOnlyList<DiscoveredToken> tokens, string text)
    {
        if (opened.Registry is not null && tokens.Count == 0)
        {
            Console.Out.WriteLine($"Every token in use stands in {opened.Path}; nothing to add.");
            return ExitStatus.Clean;
        }

        var root = opened.Files.Root!;
        OutputFile.WriteInside(root, opened.Path, writer => writer.Write(text));
        var schema = opened.Path[..(opened.Path.LastIndexOf('/') + 1)] + SchemaName;
        if (opened.Registry is null && !File.Exists(Path.Join(root, schema)))
        {
            OutputFile.WriteInside(root, schema, writer => writer.Write(Embedded.Find($"schema/{SchemaName}")));
        }

        Console.Out.WriteLine($"{Counted.Of(tokens.Count, "token")} {(opened.Registry is null ? "written to" : "added to")} {opened.Path}. Next: 'warder registry check'.");
        return ExitStatus.Clean;
    }
}
