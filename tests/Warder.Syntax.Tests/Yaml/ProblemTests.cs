using System.Text;
using Warder.Syntax.Yaml;

namespace Warder.Syntax.Tests.Yaml;

public sealed class ProblemTests
{
    private static YamlTree Parse(string text) => YamlParser.Parse(new SourceText("x.yml", text));

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3", "DuplicateKey 10 'a'")]
    [InlineData("a: 1\nA: 2", "SimilarKey 5 'a' and 'A'")]
    [InlineData("A: 1\na: 2\na: 3", "SimilarKey 5 'A' and 'a'|DuplicateKey 10 'a'")]
    [InlineData("a: {b: 1}\nc: {b: 1}", "")]
    [InlineData("a: *x", "UndefinedAlias 3 'x'")]
    [InlineData("a: &x 1\n---\nb: *x", "UndefinedAlias 15 'x'")]
    [InlineData("a: &x [*x]", "RecursiveAlias 7 'x'")]
    [InlineData("a: &x 1\nb: &x [*x]", "RecursiveAlias 15 'x'")]
    public void Problems_name_their_kind_and_place(string text, string expected)
    {
        var found = Parse(text).Problems.Select(problem =>
        {
            var names = problem.Message.Split('\'').Where((_, index) => index % 2 == 1).Select(name => $"'{name}'");
            return $"{problem.Kind} {problem.Span.Start} {string.Join(" and ", names)}";
        });
        string.Join('|', found).ShouldBe(expected);
    }

    [Fact]
    public void Many_keys_are_compared_like_few()
    {
        var keys = string.Concat(Enumerable.Range(0, 50).Select(i => $"key{i}: 1\n"));
        Parse(keys + "KEY7: 1\nkey8: 2\n").Problems.Select(problem => problem.Kind)
            .ShouldBe([YamlProblemKind.SimilarKey, YamlProblemKind.DuplicateKey]);
    }

    [Theory]
    [InlineData("a: [1, 2\nb: 3\n")]
    [InlineData("a: 'x")]
    [InlineData("a: b: c")]
    [InlineData("a\0b: 1")]
    [InlineData("a: \"\\UFFFFFFFF\"")]
    [InlineData("a: 1\n\tb: 2")]
    public void A_syntax_error_is_one_problem_with_a_place(string text)
    {
        var tree = Parse(text);
        var problem = tree.Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(YamlProblemKind.Syntax);
        problem.Span.End.ShouldBeLessThanOrEqualTo(text.Length);
        problem.Message.ShouldEndWith(".");
        problem.Message.ShouldNotContain("Lin:");
        tree.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void What_was_read_before_an_error_is_kept()
    {
        var tree = Parse("a: 1\nb:\n  - x\n  - 'y\n");
        var root = tree.Root.ShouldBeOfType<YamlMapping>();
        root.GetText("a").ShouldBe("1");
        root.Get("b").ShouldBeOfType<YamlSequence>().Items.Count.ShouldBe(1);
        Parse("a: 1\nb: 'y\n").Root.ShouldBeOfType<YamlMapping>().Entries.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("[\n")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("[{")]
    public void Hostile_nesting_is_refused(string opening)
    {
        var text = new StringBuilder().Insert(0, opening, 100_000).ToString();
        Parse(text).Problems.ShouldHaveSingleItem().Kind.ShouldBe(YamlProblemKind.TooDeep);
        TreeInvariants.FindBroken(text).ShouldBeNull();
    }

    [Fact]
    public void Nesting_up_to_the_limit_is_read()
    {
        string Nested(int depth) => new string('[', depth) + new string(']', depth);
        Parse(Nested(YamlLimits.MaxDepth)).Problems.ShouldBeEmpty();
        Parse(Nested(YamlLimits.MaxDepth + 1)).Problems.ShouldHaveSingleItem().Kind.ShouldBe(YamlProblemKind.TooDeep);
    }

    [Fact]
    public void Aliases_that_multiply_are_cut_where_the_walk_would_grow_too_long()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
        {
            text.Append($"a{i}: &a{i} [").AppendJoin(", ", Enumerable.Repeat($"*a{i - 1}", 9)).Append("]\n");
        }

        var tree = Parse(text.ToString());
        tree.Problems.ShouldNotBeEmpty();
        tree.Problems.ShouldAllBe(problem => problem.Kind == YamlProblemKind.TooLarge);
        CountWalk(tree.Root!).ShouldBeLessThanOrEqualTo(YamlLimits.MaxNodes);
    }

    [Fact]
    public void Aliases_that_nest_too_deep_are_cut()
    {
        var text = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 150; i++)
        {
            text.Append($"a{i}: &a{i} [*a{i - 1}]\n");
        }

        Parse(text.ToString()).Problems[0].Kind.ShouldBe(YamlProblemKind.TooDeep);
    }

    [Fact]
    public void Too_many_nodes_and_too_long_texts_are_refused()
    {
        Parse(string.Concat(Enumerable.Repeat("-\n", YamlLimits.MaxNodes + 1))).Problems.ShouldHaveSingleItem().Kind.ShouldBe(YamlProblemKind.TooLarge);
        var tree = Parse(new string('a', YamlLimits.MaxTextLength + 1));
        tree.Problems.ShouldHaveSingleItem().Kind.ShouldBe(YamlProblemKind.TooLarge);
        tree.Documents.ShouldBeEmpty();
        tree.Comments.ShouldBeEmpty();
    }

    [Fact]
    public void The_list_of_problems_has_an_end_and_keeps_the_syntax_error()
    {
        var text = string.Concat(Enumerable.Repeat("a: *x\n", 3000)) + "b: 'x";
        var problems = Parse(text).Problems;
        problems.Count.ShouldBe(YamlLimits.MaxProblems);
        problems[^1].Kind.ShouldBe(YamlProblemKind.Syntax);
    }

    private static int CountWalk(YamlNode? node) => node switch
    {
        YamlAlias { Target: { } target } => CountWalk(target),
        YamlSequence sequence => 1 + sequence.Items.Sum(CountWalk),
        YamlMapping mapping => 1 + mapping.Entries.Sum(entry => CountWalk(entry.Key) + CountWalk(entry.Value)),
        _ => 1,
    };
}
