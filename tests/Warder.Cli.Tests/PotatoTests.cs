using System.Text;
using Warder.Testing;

namespace Warder.Cli.Tests;

public sealed class PotatoTests
{
    private const string Key = "-----BEGIN " + "PRIVATE KEY-----\n";

    [Fact]
    public void A_fix_adds_what_is_missing_once_and_keeps_every_other_byte()
    {
        byte[] odd = [0xEF, 0xBB, 0xBF, .. "*.log\r\n"u8, 0xFF, 0xFE, .. "\r\n!.env.example"u8];
        using var shop = Git(new TempFolder().With(".gitignore", odd).With(".dockerignore", "*.pem\n"));
        WarderProcess.Run(shop.Root, "potato", "check").Ends(1).Out.ShouldContain("missing .gitignore: Potato.md, *.pem");
        WarderProcess.Run(shop.Root, "potato", "fix", "--dry-run").Ends(1);
        File.ReadAllBytes(shop[".gitignore"]).ShouldBe(odd);

        WarderProcess.Run(shop.Root, "potato", "fix").Ends(0).Out.ShouldContain("added .dockerignore: ");
        var once = File.ReadAllBytes(shop[".gitignore"]);
        once.AsSpan(0, odd.Length).SequenceEqual(odd).ShouldBeTrue();
        Encoding.UTF8.GetString(once).ShouldEndWith("!id_ecdsa*.pub\r\n!.env.example\r\n!.env.sample\r\n!.env.template\r\n!.env.dist\r\n!.env.*.example\r\n# warder: end protected patterns\r\n");
        shop.Text(".dockerignore").ShouldStartWith("*.pem\n# warder: begin protected patterns\nPotato.md"[..6]);

        WarderProcess.Run(shop.Root, "potato", "fix").Ends(0).Out.ShouldNotContain("added");
        File.ReadAllBytes(shop[".gitignore"]).ShouldBe(once);
        WarderProcess.Shell(shop.Root, "git check-ignore -q a/.env.local && ! git check-ignore -q a/.env.example && ls -A | grep -c tmp").Ends(1).Out.Trim().ShouldBe("0");
    }

    [Fact]
    public void A_missing_gitignore_is_written_and_a_linked_one_is_not()
    {
        using var shop = Git(new TempFolder());
        WarderProcess.Run(shop.Root, "potato", "fix").Ends(0);
        shop.Text(".gitignore").ShouldStartWith("# warder: begin");

        using var linked = Git(new TempFolder().WithLink(".gitignore", "../elsewhere"));
        File.WriteAllText(Path.Combine(linked.Base, "elsewhere"), "x\n");
        WarderProcess.Run(linked.Root, "potato", "fix").Ends(2).Error.ShouldContain("Not fixed: .gitignore is not written: the way to it leads through the link");
        File.ReadAllText(Path.Combine(linked.Base, "elsewhere")).ShouldBe("x\n");
    }

    [Fact]
    public void Tracked_and_untracked_files_are_found_by_git_whatever_their_names()
    {
        using var shop = Git(new TempFolder().With("a/server.key", Key).With(".gitignore", "ignored/\n"));
        WarderProcess.Shell(shop.Root, "git add -A").Ends(0);
        shop.With("new\nline.key", Key).With(":(top)x.key", Key).With("ignored/x.key", Key).With("cert.pem", "-----BEGIN CERTIFICATE-----\n").WithLink("link.key", "/etc/hostname");
        var ran = WarderProcess.Run(shop.Root, "potato", "check", "--format", "json").Ends(1);
        SchemaCheck.Problems(Schema("potato"), ran.Out).ShouldBeEmpty();
        ran.Out.ShouldContain("\"file\": \"new\\nline.key\"");
        var told = WarderProcess.Run(shop.Root, "potato", "check").Ends(1).Out;
        told.ShouldContain("tracked a/server.key");
        told.ShouldContain("not ignored $'new\\nline.key'");
        told.ShouldContain("not ignored ':(top)x.key'");
        told.ShouldNotContain("ignored/x.key");
        told.ShouldNotContain("cert.pem");
    }

    [Fact]
    public void What_only_this_machine_ignores_does_not_count()
    {
        using var shop = Git(new TempFolder().With(".warder.yml", "potato: { patterns: ['*.key', 'sub/*.pem'] }\n").With("sub/.gitignore", "*.pem\n"));
        shop.With(".git/info/exclude", "*.key\n");
        WarderProcess.Run(shop.Root, "potato", "check").Ends(1).Out.ShouldContain("missing .gitignore (no such file): *.key\n");
        WarderProcess.Run(shop["sub"], "potato", "check").Ends(1).Out.ShouldContain("*.key\n");
    }

    [Fact]
    public void Where_git_cannot_be_asked_nothing_is_said_to_be_clean()
    {
        using var shop = new TempFolder().With(".warder.yml", "version: 1\n");
        var environment = new Dictionary<string, string> { ["GIT_CEILING_DIRECTORIES"] = shop.Base };
        WarderProcess.Run(shop.Root, null, environment, "potato", "check").Ends(2).Error.ShouldContain("not a git repository");
        WarderProcess.Run(shop.Root, null, environment, "audit", "--rule", "potato-ignore").Ends(2);
        WarderProcess.Run(shop.Root, null, environment, "audit").Out.ShouldNotContain("git");
        WarderProcess.Run(shop.Root, "potato", "check", "nowhere").Refuses("There is no such folder");
    }

    [Fact]
    public void A_pattern_behind_a_link_is_told_and_the_others_are_asked()
    {
        using var shop = Git(new TempFolder().With(".warder.yml", "potato: { patterns: [linked/x.pem, '*.key'] }\n").With(".gitignore", "*.key\n").WithLink("linked", "/tmp"));
        var ran = WarderProcess.Run(shop.Root, "potato", "check").Ends(2);
        ran.Error.ShouldContain("beyond a symbolic link");
        ran.Out.ShouldContain("unknown .gitignore\n");
    }

    [Fact]
    public void Nothing_that_the_configuration_names_is_started()
    {
        using var shop = Git(new TempFolder().With("a.log", ""));
        WarderProcess.Shell(shop.Root, "printf '#!/bin/sh\\ntouch started\\n' > hook.sh && chmod +x hook.sh && git config core.fsmonitor \"$PWD/hook.sh\"").Ends(0);
        WarderProcess.Run(shop.Root, "potato", "check");
        WarderProcess.Run(shop.Root, "guard", "check");
        File.Exists(shop["started"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("json")]
    [InlineData("markdown")]
    [InlineData("console")]
    public void A_report_that_quotes_the_first_line_of_a_key_is_whole(string format)
    {
        using var shop = Git(Shop.Clean().With("deploy/a.pem", Key).With("deploy/b.pem", Key + "AAAA\n"));
        WarderProcess.Shell(shop.Root, "git add -A").Ends(0);
        var ran = WarderProcess.Run(shop.Root, "validate", "--no-logs", "--format", format).Ends(1);
        ran.Out.ShouldContain(format switch
        {
            "json" => "\"next_steps\"",
            "markdown" => "## Next steps",
            _ => "non-compliant: 2 violations",
        });
        if (format == "json")
        {
            SchemaCheck.Problems(Schema("validation"), ran.Out).ShouldBeEmpty();
        }
    }

    internal static string Schema(string name) => File.ReadAllText(RepositoryRoot.Combine("docs", "schema", name + ".schema.json"));

    private static TempFolder Git(TempFolder shop)
    {
        WarderProcess.Shell(shop.Root, "git init -q").Ends(0);
        return shop;
    }
}
