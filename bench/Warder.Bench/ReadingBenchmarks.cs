using BenchmarkDotNet.Attributes;
using SharpYaml;
using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Rules;
using Warder.Pipelines.GitHub;
using Warder.Pipelines.GitHub.Validation;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Bench;

/// <summary>What each layer adds to the layer below, over the same files in memory, on one thread.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private SourceText[] _files = [];
    private YamlTree[] _trees = [];

    /// <summary>Reads the files.</summary>
    [GlobalSetup]
    public void Load()
    {
        var folder = Environment.GetEnvironmentVariable("WARDER_BENCH_FILES")
            ?? throw new InvalidOperationException("WARDER_BENCH_FILES must name a folder of workflow files");
        _files =
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => f.EndsWith(".yml", StringComparison.Ordinal) || f.EndsWith(".yaml", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Take(500)
                .Select(f => new SourceText(".github/workflows/" + Path.GetFileName(f), File.ReadAllText(f))),
        ];
        _trees = [.. _files.Select(YamlParser.Parse)];
    }

    /// <summary>The yardstick: the library's events, thrown away.</summary>
    [Benchmark(Baseline = true)]
    public int Events()
    {
        var count = 0;
        foreach (var file in _files)
        {
            try
            {
                var parser = Parser.CreateParser(new StringReader(file.Text));
                while (parser.MoveNext())
                {
                    count++;
                }
            }
            catch (YamlException)
            {
                count--;
            }
        }

        return count;
    }

    /// <summary>The tree with spans, comments and anchors.</summary>
    [Benchmark]
    public int Tree()
    {
        var documents = 0;
        foreach (var file in _files)
        {
            documents += YamlParser.Parse(file).Documents.Count;
        }

        return documents;
    }

    /// <summary>The validator alone, on trees that are there.</summary>
    [Benchmark]
    public int Validator()
    {
        var problems = 0;
        foreach (var tree in _trees)
        {
            problems += GitHubValidator.Validate(tree).Count;
        }

        return problems;
    }

    /// <summary>Tree and model with every token use.</summary>
    [Benchmark]
    public int Reader()
    {
        var uses = 0;
        foreach (var file in _files)
        {
            uses += GitHubReader.Read(file).TokenUses.Count;
        }

        return uses;
    }

    /// <summary>The whole audit, with every rule, on all processors.</summary>
    [Benchmark]
    public int Audit()
    {
        var auditor = new Auditor(RuleCatalogue.All, FactBase.Embedded, TimeProvider.System);
        return auditor.Audit(new TextFiles(_files)).Findings.Count;
    }
}
