using Warder.Engine.Fixes;
using Warder.Testing;

namespace Warder.Engine.Tests.Fixes;

/// <summary>What holds for fixes of any workflow: mutations of the sample's and the pages' own, the same ones in every run.</summary>
public sealed class FixPropertyTests
{
    private const int Cases = 1500;
    private const string Words = "permissions:|contents:|actions:|attestations:|checks:|deployments:|id-token:|issues:|packages:|pages:|pull-requests:|security-events:|statuses:|models:|discussions:|artifact-metadata:|secrets:|secrets.|persist-credentials|with:|uses: |write-all|read-all";
    private static readonly string[] Touched = Words.Split('|');

    [Fact]
    public void Lines_that_a_fix_does_not_speak_of_stay_to_the_last_byte()
    {
        var texts = Texts().ToList();
        var random = new Random(20261125);
        var changed = 0;
        for (var i = 0; i < Cases; i++)
        {
            var before = Mutate(texts[random.Next(texts.Count)], random);
            if (Fixed.Workflow(before) is not { IsChanged: true } file)
            {
                continue;
            }

            changed++;
            Others(file.After).ShouldBe(Others(before), before);
        }

        changed.ShouldBeGreaterThan(Cases / 10);
    }

    private static IEnumerable<string> Texts()
    {
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
    private static List<string> Others(string text) =>
        [.. text.Split('\n').Where(l => l.Trim().Length > 0 && !Touched.Any(t => l.Contains(t, StringComparison.Ordinal)))];

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
