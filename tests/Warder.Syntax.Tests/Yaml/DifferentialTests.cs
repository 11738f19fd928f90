using System.Text.Json;
using Warder.Testing;

namespace Warder.Syntax.Tests.Yaml;

/// <summary>Compares our tree with YamlDotNet's events, on our fixtures and on any folder of real files.</summary>
public sealed class DifferentialTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Warder.Syntax.Tests", "Yaml");

    public static TheoryData<string> Fixtures()
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "Fixtures"), "*.yaml").Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetFileName(file));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Fixture_is_read_as_YamlDotNet_reads_it_unless_the_difference_is_known(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, "Fixtures", name));
        var ours = YamlDump.OfWarder(text);
        var theirs = YamlDump.OfYamlDotNet(text);
        if (KnownDifferences().TryGetValue(name, out var reason))
        {
            ours.ShouldNotBe(theirs, $"the list of known differences says: {reason}");
        }
        else
        {
            ours.ShouldBe(theirs);
        }
    }

    [Fact]
    public void Every_known_difference_has_its_fixture_and_its_reason()
    {
        foreach (var (name, reason) in KnownDifferences())
        {
            File.Exists(Path.Combine(Folder, "Fixtures", name)).ShouldBeTrue(name);
            reason.Length.ShouldBeGreaterThan(20, name);
        }
    }

    [Fact]
    public void Real_files_accepted_by_both_are_read_alike()
    {
        var corpus = Environment.GetEnvironmentVariable("WARDER_CORPUS");
        if (string.IsNullOrEmpty(corpus))
        {
            return;
        }

        var differing = new List<string>();
        var oneSided = 0;
        foreach (var file in Directory.EnumerateFiles(corpus, "*.y*ml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (SourceDecoder.Decode(file, File.ReadAllBytes(file)).Source is not { } source)
            {
                continue;
            }

            var ours = YamlDump.OfWarder(source.Text);
            var theirs = YamlDump.OfYamlDotNet(source.Text);
            if (ours == theirs)
            {
                continue;
            }

            if (ours is YamlDump.Rejected or YamlDump.BeyondLimits || theirs == YamlDump.Rejected)
            {
                oneSided++;
                differing.Add($"{file}: rejected by {(ours is YamlDump.Rejected or YamlDump.BeyondLimits ? "us" : "YamlDotNet")} only");
            }
            else
            {
                differing.Add(file);
            }
        }

        differing.Count.ShouldBe(oneSided, string.Join('\n', differing));
    }

    private static Dictionary<string, string> KnownDifferences()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "known-differences.json")));
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            known.Add(property.Name, property.Value.GetString()!);
        }

        return known;
    }
}
