namespace Warder.Cli.Tests;

/// <summary>A repository with a past: merges, a squash, renames, a revert, a bot, names with tabs and line breaks, a mailmap.</summary>
internal static class ActivityShop
{
    /// <summary>Makes it; every commit has its own day in January 2026.</summary>
    public static TempFolder Make()
    {
        var shop = Shop.Clean().With(".mailmap", "Ada <ada@example.com> <old@example.com>\n");
        WarderProcess.Shell(shop.Root, """
            set -e
            export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
            git init -q -b main
            git config commit.gpgsign false
            by() { export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2" GIT_AUTHOR_DATE="2026-01-$3T12:00:00Z" GIT_COMMITTER_DATE="2026-01-$3T12:00:00Z"; }
            by Ada ada@example.com 01
            seq 40 > old.txt; printf 'a\nb\n' > "$(printf 'tab\tand\nline')"; printf '\0\1' > logo.png
            git add -A; git commit -qm 'Begin'
            by 'Ada L.' old@example.com 02
            git mv old.txt new.txt; echo 41 >> new.txt; git commit -qam 'Rename, see #4'
            git checkout -qb topic
            by Bert bert@example.com 03
            echo '# publish' >> .github/workflows/ci.yml; git commit -qam 'Publish'
            by Bert bert@example.com 04
            echo x >> "$(printf 'tab\tand\nline')"; printf '\0\2' > logo.png; git commit -qam 'More'
            git checkout -q main
            by Ada ada@example.com 05
            echo y > y.txt; git add -A; git commit -qm 'Elsewhere' -m 'Fixes #4.'
            by Ada ada@example.com 07
            git merge -q --no-ff topic -m 'Merge pull request #7 from bert/topic' -m 'Publish it'
            by 'renovate[bot]' bot@example.com 10
            echo z > z.txt; git add -A; git commit -qm 'Squash it (#8)'
            by Ada ada@example.com 20
            git revert --no-edit HEAD > /dev/null
            by Ada ada@example.com 30
            git commit -q --allow-empty -m 'Nothing; #44 is another'
            """).Ends(0);
        return shop;
    }
}
