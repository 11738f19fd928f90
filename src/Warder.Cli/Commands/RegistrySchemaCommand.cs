using System.CommandLine;

namespace Warder.Cli.Commands;

/// <summary><c>warder registry schema</c>: the JSON Schema by which editors complete and check.</summary>
internal static class RegistrySchemaCommand
{
    public static Command Build()
    {
        var policy = new Option<bool>("--policy") { Description = "The schema of .warder.yml instead of the registry's." };
        var command = new Command("schema", "Print the JSON Schema of the registry.") { policy };
        command.SetAction(parse =>
        {
            var name = parse.GetValue(policy) ? "policy" : "token-registry";
            Console.Out.Write(Embedded.Find($"schema/{name}.schema.json"));
            return ExitStatus.Clean;
        });
        return command;
    }
}
