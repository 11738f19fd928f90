using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>What a rule sees after all files of a repository were visited.</summary>
public sealed class RepositoryContext
{
    private readonly IReadOnlyList<FileAudit> _files;
    private readonly FindingSink _sink;

    internal RepositoryContext(Repository repository, IReadOnlyList<TokenUse> uses, IReadOnlyList<FileAudit> files, FindingSink sink)
    {
        Repository = repository;
        Uses = uses;
        _files = files;
        _sink = sink;
    }

    /// <summary>The repository with its registry, policy and facts.</summary>
    public Repository Repository { get; }

    /// <summary>Every token use of every file, in the order of paths and texts.</summary>
    public IReadOnlyList<TokenUse> Uses { get; }

    /// <summary>What a rule kept of the workflows and actions, in the order of their paths.</summary>
    public IEnumerable<T> Gathered<T>(Rule rule) =>
        _files.SelectMany(f => f.Gathered).Where(g => ReferenceEquals(g.Rule, rule)).Select(g => (T)g.Kept);

    /// <summary>The first script that names a token, be it in a list that a loop looks up; null where none does.</summary>
    public string? ScriptNaming(string token) => _files.FirstOrDefault(f => f.Named.Contains(token))?.Path;

    /// <summary>Reports a finding at a place of a text.</summary>
    public void Report(Rule rule, SourceText source, FindingDraft draft) => _sink.Add(rule.Descriptor, source, draft);

    /// <summary>Reports a finding that has no place but a path: the registry that is missing.</summary>
    public void ReportAtPath(Rule rule, string path, FindingDraft draft) => _sink.Add(rule.Descriptor, new SourceText(path, ""), draft);

    /// <summary>Reports a finding at a use.</summary>
    public void ReportAtUse(Rule rule, TokenUse use, FindingDraft draft) => _sink.AddAtUse(rule.Descriptor, use, draft);
}
