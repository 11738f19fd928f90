using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Warder.Cli;

/// <summary>Adds examples to the help of each command.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string[]> ByCommand = new(StringComparer.Ordinal)
    {
        ["warder"] = ["warder audit", "warder tokens list", "warder explain prohibited-token"],
        ["audit"] =
        [
            "warder audit                                  the repository you stand in",
            "warder audit --format sarif > warder.sarif    for code scanning",
            "warder audit --json-output audit.json --log   keep what was found",
            "warder audit repos/ --fail-on critical        every repository in a folder",
            "git show HEAD:.github/workflows/ci.yml | warder audit -",
        ],
        ["list"] = ["warder tokens list", "warder tokens list --format json | jq '.tokens[].token'"],
        ["show"] = ["warder tokens show NPM_TOKEN"],
        ["check"] = ["warder registry check", "warder registry check --format json"],
        ["discover"] =
        [
            "warder registry discover             print a registry made from what is found",
            "warder registry discover --write     write it, or add what is missing to the one that is there",
        ],
        ["schema"] = ["warder registry schema > token-registry.schema.json", "warder registry schema --policy"],
        ["create"] = ["warder baseline create"],
        ["prune"] = ["warder baseline prune"],
        ["rules"] = ["warder rules", "warder rules --format json"],
        ["explain"] = ["warder explain default-token-fallback"],
        ["completion"] = ["warder completion bash > /etc/bash_completion.d/warder"],
    };

    public static void Attach(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction usual } help)
            {
                help.Action = new WithExamples(usual);
            }
        }
    }

    private sealed class WithExamples : SynchronousCommandLineAction
    {
        private readonly HelpAction _usual;

        public WithExamples(HelpAction usual) => _usual = usual;

        public override int Invoke(ParseResult parseResult)
        {
            var status = _usual.Invoke(parseResult);
            var command = parseResult.CommandResult.Command;
            if (ByCommand.TryGetValue(command is RootCommand ? "warder" : command.Name, out var examples))
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (var example in examples)
                {
                    output.WriteLine($"  {example}");
                }

                output.WriteLine();
            }

            return status;
        }
    }
}
