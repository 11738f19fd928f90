using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Warder.Cli;

/// <summary>Adds examples to the help of each command.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string[]> ByCommand = new(StringComparer.Ordinal)
    {
        ["warder"] = ["warder audit", "warder validate", "warder tokens list", "warder explain prohibited-token"],
        ["warder init"] =
        [
            "warder init                          show the plan, and ask",
            "warder init --yes --ci gitlab        do it, for a pipeline of GitLab",
            "warder init --yes --skip hooks       leave the hooks out",
        ],
        ["warder doctor"] =
        [
            "warder doctor",
            "warder doctor --trace .github/workflows/ci.yml   what is thought of one file",
            "warder doctor --format json | jq '.checks[] | select(.state == \"problem\")'",
        ],
        ["warder audit"] =
        [
            "warder audit                                 the repository you stand in",
            "warder audit --format sarif > warder.sarif   for code scanning",
            "warder audit --json-output audit.json --log  keep what was found",
            "warder audit --record                        keep the run in the history",
            "warder audit repos/ --fail-on critical       every repository in a folder",
            "git show HEAD:.github/workflows/ci.yml | warder audit -",
        ],
        ["warder validate"] =
        [
            "warder validate                 everything, one verdict, reports in logs/",
            "warder validate --strict        warnings count as violations",
            "warder validate --report-only   write the reports, fail nothing",
            "warder validate --section registry --section workflows",
            "warder validate --format json --no-logs | jq .validation.verdict",
        ],
        ["warder permissions"] =
        [
            "warder permissions                                          every job of the repository you stand in",
            "warder permissions .github/workflows/ci.yml:build --why     one job, with the lines that prove it",
            "warder permissions --format json | jq '.jobs[] | select(.verdict == \"excessive\")'",
        ],
        ["warder fix"] =
        [
            "warder fix --dry-run                             show what would change",
            "warder fix --rule excessive-permissions          write the least permissions",
            "warder fix --check                               for a pipeline: fails if anything is left to fix",
        ],
        ["warder scan"] =
        [
            "warder scan                             the files that git tracks or would track",
            "warder scan --history                   every version of every file, each once",
            "warder scan --staged                    for a hook before the commit",
            "warder scan --since origin/main --format sarif > scan.sarif",
        ],
        ["warder redact"] = ["make deploy 2>&1 | warder redact | tee deploy.log"],
        ["warder tokens"] = ["warder tokens list", "warder tokens show NPM_TOKEN"],
        ["warder tokens list"] = ["warder tokens list", "warder tokens list --format json | jq '.tokens[].token'"],
        ["warder tokens show"] = ["warder tokens show NPM_TOKEN"],
        ["warder registry"] = ["warder registry discover --write", "warder registry check"],
        ["warder registry check"] = ["warder registry check", "warder registry check --format json"],
        ["warder registry list"] = ["warder registry list", "warder registry list --format json"],
        ["warder registry discover"] =
        [
            "warder registry discover          print a registry made from what is found",
            "warder registry discover --write  write it, or add what is missing",
        ],
        ["warder registry schema"] = ["warder registry schema > token-registry.schema.json", "warder registry schema --policy"],
        ["warder baseline"] = ["warder baseline create", "warder baseline prune"],
        ["warder baseline create"] = ["warder baseline create"],
        ["warder baseline prune"] = ["warder baseline prune"],
        ["warder potato"] = ["warder potato check", "warder potato fix"],
        ["warder potato check"] = ["warder potato check", "warder potato check --format json | jq '.exposed[].file'"],
        ["warder potato fix"] = ["warder potato fix --dry-run", "warder potato fix"],
        ["warder guard"] = ["warder guard check", "warder guard clean --yes"],
        ["warder guard check"] = ["warder guard check", "warder guard check --format json | jq -r '.artifacts[].command'"],
        ["warder guard clean"] =
        [
            "warder guard clean        list what would be deleted and moved",
            "warder guard clean --yes  do it",
        ],
        ["warder docs"] =
        [
            "warder docs            make the matrix and the policy document",
            "warder docs --check    for a pipeline: fails where they have drifted",
        ],
        ["warder docs matrix"] =
        [
            "warder docs matrix                                 into docs/security",
            "warder docs matrix --format html --output m.html   a page to hand on",
        ],
        ["warder docs policy"] = ["warder docs policy", "warder docs policy --adopt", "warder docs policy --output -"],
        ["warder rotation"] = ["warder rotation status", "warder rotation record NPM_TOKEN --evidence OPS-1423"],
        ["warder rotation status"] = ["warder rotation status", "warder rotation status --format json | jq '.tokens[].due'"],
        ["warder rotation plan"] = ["warder rotation plan --max-lifetime 90d --from 2027-03-01"],
        ["warder rotation record"] =
        [
            "warder rotation record NPM_TOKEN --evidence OPS-1423",
            "warder rotation record NPM_TOKEN --at 2026-03-31T14:05:00Z",
        ],
        ["warder rotation calendar"] = ["warder rotation calendar --output rotation.ics"],
        ["warder rotation campaign"] = ["warder rotation campaign start --since 2026-03-14 --workflow ci.yml"],
        ["warder rotation campaign start"] =
        [
            "warder rotation campaign start --since 2026-03-14 --action evil/build",
            "warder rotation campaign start --since 2026-03-14 --workflow ci.yml --id ci",
        ],
        ["warder rotation campaign status"] = ["warder rotation campaign status", "warder rotation campaign status release-breach"],
        ["warder aar"] = ["warder aar health", "warder aar incident \"Leak\" --since 2026-03-14 --workflow ci.yml"],
        ["warder aar governance"] = ["warder aar governance", "warder aar governance --mode full --since 2026-01-01"],
        ["warder aar health"] =
        [
            "warder aar health                     the quarter to date",
            "warder aar health --mode full --since 2026-01-01 --until 2026-03-31",
            "gh run list --limit 500 --json conclusion,createdAt,name,updatedAt > runs.json",
            "warder aar health --runs runs.json    with how the pipelines ran",
        ],
        ["warder aar incident"] =
        [
            "warder aar incident \"Leak\" --since 2026-03-14T12:00Z --workflow ci.yml",
            "warder aar incident \"Bad action\" --since 2026-03-14 --action evil/build",
            "warder aar incident \"Token in a log\" --campaign release-breach",
        ],
        ["warder aar issue"] = ["warder aar issue 12", "warder aar issue 12 --no-forge"],
        ["warder aar pull-request"] = ["warder aar pull-request 12", "warder aar pull-request 12 --mode full"],
        ["warder aar sprint"] = ["warder aar sprint \"Sprint 9\"", "warder aar sprint \"Sprint 9\" --since 2026-03-02 --until 2026-03-15"],
        ["warder aar automation"] = ["warder aar automation \"Pin all actions\"", "warder aar automation \"Pin all actions\" --since 2026-03-01"],
        ["warder artifacts"] = ["warder artifacts run", "warder artifacts list", "warder artifacts clean 14"],
        ["warder artifacts run"] =
        [
            "warder artifacts run                  every suite of the project",
            "warder artifacts run api --strict     one suite; fail on token issues too",
            "warder artifacts run --parallel 4 -q  four at a time, only the verdict",
        ],
        ["warder artifacts setup"] =
        [
            "eval \"$(warder artifacts setup --export)\"",
            "warder artifacts setup --export --shell powershell",
        ],
        ["warder artifacts finish"] = ["warder artifacts finish"],
        ["warder artifacts list"] = ["warder artifacts list", "warder artifacts list --format json | jq .total_bytes"],
        ["warder artifacts clean"] =
        [
            "warder artifacts clean               older than 7 days, or as the policy says",
            "warder artifacts clean 30 --dry-run  tell what would be removed",
        ],
        ["warder artifacts validate-tokens"] = ["warder artifacts validate-tokens", "warder artifacts validate-tokens --strict --format json"],
        ["warder history"] = ["warder audit --record", "warder history list", "warder history show latest"],
        ["warder history list"] = ["warder history list", "warder history list --format json | jq '.runs[0].counts'"],
        ["warder history show"] =
        [
            "warder history show                 the last run, and what is overdue",
            "warder history show 9fceb02 --uses  what a commit held",
        ],
        ["warder history diff"] = ["warder history diff latest~1", "warder history diff 3 7 --format json | jq '.come[].rule'"],
        ["warder history trend"] = ["warder history trend --by month", "warder history trend --of commits --format json"],
        ["warder history import"] = ["warder history import audits/*.json --branch main"],
        ["warder history backfill"] =
        [
            "warder history backfill         the present branch, each merge as one step",
            "warder history backfill --all   every commit of every branch and tag",
            "warder history trend --of commits --by month",
        ],
        ["warder report"] = ["warder report weekly", "warder report monthly --at 2026-03-31 --format html --output march.html"],
        ["warder report daily"] = ["warder report daily", "warder report daily --at 2026-03-31 --format json | jq '.tokens[] | select(.come > 0)'"],
        ["warder report weekly"] = ["warder report weekly", "warder report weekly --of commits --at 2026-03-31"],
        ["warder report monthly"] = ["warder report monthly --format html --output report.html", "warder report monthly --template our-audit.html.liquid --output audit.html"],
        ["warder report quarterly"] = ["warder report quarterly --at 2026-03-31 --output review.md"],
        ["warder report yearly"] = ["warder report yearly --at 2026-01-01 --format html --output 2026.html"],
        ["warder logs"] = ["warder logs verify", "warder logs archive --before 90d"],
        ["warder logs verify"] =
        [
            "warder logs verify",
            "warder logs verify --hash 5f2c8e  it still holds what it held then",
        ],
        ["warder logs archive"] = ["warder logs archive --before 90d", "warder logs archive --before 2026-01-01"],
        ["warder logs prune"] = ["warder logs prune --before 730d --yes"],
        ["warder rules"] = ["warder rules", "warder rules --format json"],
        ["warder explain"] = ["warder explain prohibited-token"],
        ["warder completion"] = ["warder completion bash > /etc/bash_completion.d/warder"],
    };

    public static void Attach(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction usual } help)
            {
                usual.MaxWidth = Terminal.Width;
                help.Action = new WithExamples(usual);
            }
        }
    }

    private sealed class WithExamples : SynchronousCommandLineAction
    {
        private readonly HelpAction _usual;

        public WithExamples(HelpAction usual) => _usual = usual;

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var status = _usual.Invoke(parseResult);
            if (ByCommand.TryGetValue(CommandLine.PathOf(parseResult.CommandResult), out var examples))
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
