using Warder.Pipelines.GitHub.Expressions;
using Warder.Pipelines.GitHub.Reading;
using Warder.Pipelines.GitHub.Validation;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub;

/// <summary>Reads workflow and action files of GitHub Actions into the model.</summary>
public static class GitHubReader
{
    internal const string Platform = "github";
    private const string WorkflowFolder = ".github/workflows/";

    /// <summary>Whether a path is that of a workflow file: directly in <c>.github/workflows</c>, ending in <c>.yml</c> or <c>.yaml</c>.</summary>
    public static bool IsWorkflowPath(string path) =>
        path.StartsWith(WorkflowFolder, StringComparison.Ordinal)
        && path.IndexOf('/', WorkflowFolder.Length) < 0
        && (path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal));

    /// <summary>Whether a path is that of an action's metadata: <c>action.yml</c> or <c>action.yaml</c>.</summary>
    public static bool IsActionPath(string path) =>
        path.AsSpan(path.LastIndexOf('/') + 1) is "action.yml" or "action.yaml" && !IsWorkflowPath(path);

    /// <summary>Reads a file; what is wrong with it is in <see cref="Pipeline.Problems"/>, it never throws for bad input.</summary>
    public static Pipeline Read(SourceText source)
    {
        var tree = YamlParser.Parse(source);
        var root = tree.Root as YamlMapping;
        var isAction = IsAction(source.Path, root);
        var expressions = new GitHubExpressions();
        var problems = GitHubValidator.Validate(tree, expressions, isAction);
        if (root is null || !IsReadable(tree))
        {
            return ReadNothing(tree, isAction, problems);
        }

        return isAction ? ActionReader.Read(tree, root, expressions, problems) : WorkflowReader.Read(tree, root, expressions, problems);
    }

    private static bool IsReadable(YamlTree tree)
    {
        if (!tree.IsComplete)
        {
            return false;
        }

        foreach (var problem in tree.Problems)
        {
            if (problem.Kind is YamlProblemKind.Syntax or YamlProblemKind.TooDeep or YamlProblemKind.TooLarge)
            {
                return false;
            }
        }

        return true;
    }

    private static Pipeline ReadNothing(YamlTree tree, bool isAction, IReadOnlyList<PipelineProblem> problems) => new()
    {
        Kind = isAction ? PipelineKind.UnknownAction : PipelineKind.Workflow,
        Platform = Platform,
        Source = tree.Source,
        Tree = tree,
        IsCallable = isAction,
        Problems = problems.Count > 0 ? problems : [new PipelineProblem("the file cannot be read", default)],
    };

    /// <summary>A path that says neither is told by its content.</summary>
    private static bool IsAction(string path, YamlMapping? root) =>
        !IsWorkflowPath(path) && (IsActionPath(path) || (root?.Find("runs") is not null && root.Find("jobs") is null));

    /// <summary>Reads the embedded tables now, so that no file has to wait for them.</summary>
    public static void Prepare() => Read(new SourceText("prepare.yml", "on: push\njobs: {a: {runs-on: x, steps: [{run: 'gh x', env: {A: '${{ secrets.A }}'}}]}}\n"));
}
