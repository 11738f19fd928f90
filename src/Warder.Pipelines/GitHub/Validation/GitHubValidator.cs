using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Validation;

/// <summary>Says why GitHub would reject a workflow or action file; where it cannot know, it says nothing.</summary>
public static class GitHubValidator
{
    /// <summary>The problems of a file in the order of the text; whether it is an action or a workflow follows from its path.</summary>
    public static IReadOnlyList<PipelineProblem> Validate(YamlTree tree) =>
        Validate(tree, new GitHubExpressions(), IsAction(tree.Source.Path));

    /// <summary>The problems of a file in the order of the text, with the file's expressions, which are parsed once for all who ask.</summary>
    public static IReadOnlyList<PipelineProblem> Validate(YamlTree tree, GitHubExpressions expressions, bool isAction)
    {
        var found = new ProblemList(tree.Source);
        var goOn = tree.IsComplete;
        foreach (var problem in tree.Problems)
        {
            found.Add(problem.Message, problem.Span);
            goOn &= problem.Kind is not (YamlProblemKind.Syntax or YamlProblemKind.TooDeep or YamlProblemKind.TooLarge);
        }

        if (goOn)
        {
            if (tree.Documents.Count > 1)
            {
                found.Add("the file holds several YAML documents; GitHub reads only one", tree.Documents[1]?.Span ?? default);
            }

            Check(tree, expressions, isAction, found);
        }

        return found.ToList();
    }

    private static void Check(YamlTree tree, GitHubExpressions expressions, bool isAction, ProblemList found)
    {
        var what = isAction ? "an action" : "a workflow";
        if (tree.Root?.Resolve() is not YamlMapping root)
        {
            var span = tree.Root?.Span ?? default;
            found.Add($"{what} must be a mapping of keys and values", span);
            return;
        }

        var schema = SyntaxSchema.Instance;
        new SchemaWalker(schema, expressions, found).Walk(root, isAction ? schema.Action : schema.Workflow);
    }

    private static bool IsAction(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name is "action.yml" or "action.yaml" && !path.AsSpan(0, path.Length - name.Length).EndsWith(".github/workflows/", StringComparison.Ordinal);
    }
}
