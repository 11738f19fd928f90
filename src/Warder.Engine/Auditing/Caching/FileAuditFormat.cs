using Warder.Engine.Rules;
using Warder.Pipelines;
using Warder.Pipelines.Scripts;

namespace Warder.Engine.Auditing.Caching;

/// <summary>What was found in one file, in a cache.</summary>
internal static class FileAuditFormat
{
    /// <summary>Writes it; false where it holds something that cannot be kept: a problem, or a tree that a rule gathered.</summary>
    public static bool TryWrite(CacheWriter to, FileAudit audit)
    {
        if (audit.Diagnostics.Count > 0 || audit.Permissions.Count > 0)
        {
            return false;
        }

        to.Write(audit.IsRead);
        to.Write(audit.Suppressions.Count > 0);
        to.Write(audit.Jobs);
        to.Write(audit.Findings, FindingFormat.Write);
        TokenUseFormat.Write(to, audit.Uses);
        to.Write(audit.Unknowns, WriteUnknown);
        to.Write(audit.ScriptCalls, WriteCall);
        to.Write(audit.Named, (w, name) => w.Write(name));
        to.Write(audit.Gathered.Count);
        foreach (var (rule, kept) in audit.Gathered)
        {
            to.Write(rule.Descriptor.Slug);
            if (!rule.TryWriteGathered(to, kept))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads it.</summary>
    /// <param name="from">The cache.</param>
    /// <param name="path">The file.</param>
    /// <param name="repository">Its repository.</param>
    /// <param name="rules">The rules that run, by slug.</param>
    /// <param name="suppressions">Reads the file's suppressions, which hold its text; called only where there were some.</param>
    public static FileAudit Read(CacheReader from, string path, Repository repository, IReadOnlyDictionary<string, Rule> rules, Func<string, IReadOnlyList<InlineSuppression>> suppressions)
    {
        var audit = new FileAudit
        {
            Path = path,
            IsRead = from.ReadFlag(),
            Suppressions = from.ReadFlag() ? suppressions(path) : [],
            Jobs = from.ReadNumber(),
            Findings = from.ReadList(r => FindingFormat.Read(r, rules)),
            Uses = TokenUseFormat.Read(from),
            Unknowns = from.ReadList(ReadUnknown),
            ScriptCalls = from.ReadList(ReadCall),
            Named = from.ReadList(r => r.ReadWord()),
        };
        for (var rest = from.ReadNumber(); rest > 0; rest--)
        {
            var rule = rules[from.ReadWord()];
            audit.Gathered.Add((rule, rule.ReadGathered(from, repository)));
        }

        return audit;
    }

    private static void WriteUnknown(CacheWriter to, Unknown unknown)
    {
        to.Write(unknown.Path);
        PlaceFormat.Write(to, unknown.Position);
        to.Write(unknown.Subject);
        to.Write(unknown.Because);
    }

    private static Unknown ReadUnknown(CacheReader from) => new(from.ReadWord(), PlaceFormat.ReadPosition(from), from.ReadWord(), from.ReadWord());

    private static void WriteCall(CacheWriter to, ScriptCall call)
    {
        to.Write(call.Path);
        to.Write(call.Environment, (w, variable) =>
        {
            w.Write(variable.Key);
            TokenUseFormat.Write(w, variable.Value);
        });
    }

    private static ScriptCall ReadCall(CacheReader from)
    {
        var path = from.ReadWord();
        var environment = new Dictionary<string, TokenReference>(StringComparer.Ordinal);
        for (var rest = from.ReadNumber(); rest > 0; rest--)
        {
            environment.Add(from.ReadWord(), TokenUseFormat.ReadToken(from));
        }

        return new ScriptCall(path, environment);
    }
}
