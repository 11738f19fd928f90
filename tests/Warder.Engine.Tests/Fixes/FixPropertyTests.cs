using Warder.Engine.Fixes;
using Warder.Testing;

namespace Warder.Engine.Tests.Fixes;

/// <summary>What holds for fixes of any workflow: mutations of the sample's and the pages' own, the same ones in every run.</summary>
public sealed class FixPropertyTests
{
    private const int Cases = 1500;
    private const string Words = "permissions:|contents:|actions:|attestations:|checks:|deployments:|id-token:|issues:|packages:|pages:|pull-requests:|security-events:|statuses:|models:|discussions:|artifact-metadata:|secrets:|secrets.|persist-credentials|with:|uses: |write-all|read-all|github.token|env:|${|_TOKEN%";
    private const string PolicyWords = "exceptions:|rule:|owner:|reason:|expires:|path:";

    private const string Scripts = """
        on: push
        env:
          NPM_TOKEN: ${{ secrets.NPM_TOKEN }} # to publish
          LEVEL: 3
        jobs:
          build:
            runs-on: ubuntu-latest
            env:
              GH_TOKEN: ${{ secrets.REPORT_TOKEN }}
              # of the host
              HOST: a.example
            steps:
              - uses: actions/checkout@v4
              - name: Say
                run: |
                  echo "one" # ${{ secrets.NONE }}
                  curl -H "Authorization: ${{ secrets.API_TOKEN }}" "$HOST"

                  curl -u 'x:${{ secrets.API_TOKEN }}' "$HOST"
              - run: curl -H "$NPM_TOKEN" $HOST --user ${{ secrets.USER_TOKEN }}
                env:
                  A: b
              - { run: "login --token ${{ github.token }}" }
              - run: gh issue list
                env: { B: c }
          other:
            runs-on: windows-latest
            steps:
              - run: >-
                  login -Token ${{ secrets.API_TOKEN }}
                  -Name x
              - shell: cmd
                run: login ${{ secrets.API_TOKEN }}

        """;

    private const string Policy = """
        # The shop's policy.
        default-token: least-privilege
        exceptions: # agreed in spring
          # until the move
          - rule: token-unused
            owner: o
            reason: r
            expires: 2020-01-01
          - rule: deprecated-token # kept
            owner: o
            reason: r
            expires: 2999-01-01

          # the old one
          - rule: prohibited-token
            owner: o
            reason: >-
              because
            expires: 2020-06-01
        ignore: [vendor/**]

        """;

    [Fact]
    public void Lines_that_a_fix_does_not_speak_of_stay_to_the_last_byte()
    {
        var texts = Texts().ToList();
        var random = new Random(20261125);
        var changed = 0;
        for (var i = 0; i < Cases; i++)
        {
            var before = Mutate(texts[random.Next(texts.Count)], random);
            if (Fixed.Workflow(before, rule: null, acceptUnsafe: i % 2 == 0) is not { IsChanged: true } file)
            {
                continue;
            }

            changed++;
            Others(file.After, Words).ShouldBe(Others(before, Words), before);
        }

        changed.ShouldBeGreaterThan(Cases / 10);
    }

    [Fact]
    public void What_the_policy_says_besides_exceptions_stays_to_the_last_byte()
    {
        var random = new Random(20261126);
        var changed = 0;
        for (var i = 0; i < Cases / 3; i++)
        {
            var before = Mutate(Policy, random);
            if (Fixed.Policy(before) is { IsChanged: true } file)
            {
                changed++;
                Rest(file.After).ShouldBe(Rest(before), before);
            }
        }

        changed.ShouldBeGreaterThan(Cases / 10);
    }

    /// <summary>The lines of a policy that belong to no exception; comments may go with one.</summary>
    private static List<string> Rest(string text) => [.. Others(text, PolicyWords).Where(l => !l.TrimStart().StartsWith('#') && !l.Contains("because", StringComparison.Ordinal))];

    private static IEnumerable<string> Texts()
    {
        // More often than the others: here are scripts of every kind.
        for (var i = 0; i < 12; i++)
        {
            yield return Scripts;
        }

        foreach (var path in Directory.EnumerateFiles(RepositoryRoot.Combine("samples", "onboarding", ".github", "workflows")).Order(StringComparer.Ordinal))
        {
            yield return File.ReadAllText(path);
        }

        foreach (var page in Directory.EnumerateFiles(RepositoryRoot.Combine("docs", "rules"), "*.md").Order(StringComparer.Ordinal))
        {
            foreach (var block in File.ReadAllText(page).Split("```yaml bad ").Skip(1))
            {
                yield return block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..block.IndexOf("```", StringComparison.Ordinal)];
            }
        }
    }

    /// <summary>The lines with nothing in them that a fix writes or takes away; blank ones aside, which a new block may bring.</summary>
    private static List<string> Others(string text, string words) =>
        [.. Ended(text).Split('\n').Where(l => l.Trim().Length > 0 && !words.Split('|').Any(t => l.Contains(t, StringComparison.Ordinal)))];

    /// <summary>With an end of its last line: a fix that writes after that line gives it the one of the others.</summary>
    private static string Ended(string text) => text.EndsWith('\n') ? text : text + (text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n");

    private static string Mutate(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        for (var i = random.Next(4); i > 0 && lines.Count > 2; i--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(4))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(at, lines[random.Next(lines.Count)]);
                    break;
                case 2:
                    lines[at] += " # " + (char)('a' + random.Next(26));
                    break;
                default:
                    lines.Insert(at, "");
                    break;
            }
        }

        return string.Join(random.Next(5) == 0 ? "\r\n" : "\n", lines);
    }
}
