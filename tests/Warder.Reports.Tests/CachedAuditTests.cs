using CsCheck;
using Warder.Engine.Auditing;
using Warder.Engine.Auditing.Caching;
using Warder.Testing;

namespace Warder.Reports.Tests;

/// <summary>An audit that takes over what it may from the one before tells the same as one that looks at everything.</summary>
public sealed class CachedAuditTests : IDisposable
{
    private static readonly string[] Lines =
    [
        "# a comment\n", "echo $DEPLOY_KEY $NPM_TOKEN\n", "      - run: gh release create v1\n", "      - run: bash scripts/deploy.sh\n", "permissions: write-all\n", "git push\n",
        "Use `GITHUB_TOKEN` or `OTHER_SECRET`.\n",
    ];

    private readonly string _base = Directory.CreateTempSubdirectory("warder-cached-").FullName;

    private string Root => Path.Combine(_base, "onboarding");

    public void Dispose() => Directory.Delete(_base, recursive: true);

    [Fact]
    public void Whatever_changed_in_between_it_tells_the_same_as_an_audit_without_cache()
    {
        var change = Gen.Select(Gen.Int[0, 5], Gen.Int[0, int.MaxValue], Gen.Int[0, Lines.Length - 1]);
        change.List[1, 6].Sample(
            changes =>
            {
                Copy();
                Tell(cached: true).ShouldBe(Tell(cached: false));
                foreach (var (kind, number, line) in changes)
                {
                    Change(kind, number, Lines[line]);
                    Tell(cached: true).ShouldBe(Tell(cached: false));
                    Tell(cached: true).ShouldBe(Tell(cached: false));
                }
            },
            iter: 12,
            threads: 1);
    }

    private void Copy()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }

        var sample = RepositoryRoot.Combine("samples", "onboarding");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Root, Path.GetRelativePath(sample, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private void Change(int kind, int number, string line)
    {
        var files = Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var file = files[number % files.Length];
        switch (kind)
        {
            case 0:
                File.AppendAllText(file, line);
                break;
            case 1:
                File.WriteAllText(file, line + File.ReadAllText(file));
                break;
            case 2:
                File.Delete(file);
                break;
            case 3:
                File.Copy(file, Path.Combine(Path.GetDirectoryName(file)!, "copy-" + Path.GetFileName(file)), overwrite: true);
                break;
            case 4:
                // As long as before.
                File.WriteAllText(file, File.ReadAllText(file).Replace("TOKEN", "NEKOT", StringComparison.Ordinal));
                break;
            default:
                File.Move(file, file + "~", overwrite: true);
                break;
        }
    }

    private string Tell(bool cached)
    {
        var options = new AuditOptions { Cache = cached ? new AuditCache(Path.Combine(_base, "cache")) : null };
        var result = AuditRunner.Run(new DiskFiles(Root, new LateClock()), options);
        return Told.By(ReportFormat.Json, Samples.Options, result) + Told.By(ReportFormat.Console, Samples.Options with { Verbose = true }, result);
    }
}
