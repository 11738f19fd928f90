using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Warder.Cli.Tests;

/// <summary>What no repository should hold and some do: each is told in one clear message, and never read as compliant.</summary>
public sealed class BadInputTests
{
    private const string Odd = ".github/workflows/odd.yml";

    [Fact]
    public void A_missing_path()
    {
        using var shop = Shop.Clean();
        WarderProcess.Run(shop.Root, "audit", "nowhere.yml").Refuses("nowhere.yml: There is no such file or folder");
        WarderProcess.Run(shop.Root, "audit", Shop.Workflow, "").Refuses("'': This is no path.");
    }

    [Fact]
    public void Not_utf8_is_a_diagnostic()
    {
        using var shop = Shop.Clean().With(Odd, Encoding.Latin1.GetBytes("name: été\non: push\n"));
        Diagnoses(shop, Odd, "The byte at offset 6 is not UTF-8.");
    }

    [Fact]
    public void Utf16_with_its_mark_and_utf8_with_its_mark_are_read()
    {
        foreach (var encoding in new Encoding[] { Encoding.Unicode, Encoding.BigEndianUnicode, new UTF8Encoding(true) })
        {
            using var shop = Shop.Clean().With(Odd, [.. encoding.GetPreamble(), .. encoding.GetBytes(Shop.Good)]);
            WarderProcess.Run(shop.Root, "audit").Ends(0).Out.ShouldContain("2 workflows");
            shop.With(Odd, [.. encoding.GetPreamble(), .. encoding.GetBytes(Shop.Rejected)]);
            WarderProcess.Run(shop.Root, "audit").Ends(1).Out.ShouldContain("odd.yml");
        }
    }

    [Fact]
    public void Utf16_without_its_mark_is_a_diagnostic()
    {
        using var shop = Shop.Clean().With(Odd, Encoding.Unicode.GetBytes(Shop.Good));
        Diagnoses(shop, Odd, "zero byte");
    }

    [Fact]
    public void Line_ends_of_other_systems_move_no_place()
    {
        using var shop = Shop.Clean();
        var usual = WarderProcess.Run(shop.Root, "tokens", "list", "-f", "json").Ends(0).Out;
        foreach (var end in new[] { "\r\n", "\r" })
        {
            shop.With(Shop.Workflow, Shop.Good.Replace("\n", end));
            WarderProcess.Run(shop.Root, "tokens", "list", "-f", "json").Ends(0).Out.ShouldBe(usual);
        }
    }

    [Theory]
    [InlineData("tabs", "on: push\njobs:\n\tbuild: {}\n")]
    [InlineData("brackets", "[*100000]")]
    [InlineData("an alias bomb", "[bomb]")]
    [InlineData("a cyclic anchor", "on: push\njobs: &a\n  build: *a\n")]
    [InlineData("nothing", "")]
    [InlineData("a list", "- on: push\n")]
    [InlineData("two documents", "on: push\njobs: {}\n---\non: push\n")]
    public void What_the_platform_rejects_is_a_finding(string what, string text)
    {
        text = text switch
        {
            "[*100000]" => "on: push\njobs: " + new string('[', 100_000),
            "[bomb]" => Bomb(),
            _ => text,
        };
        using var shop = Shop.Clean().With(Odd, text);
        var ran = WarderProcess.Run(shop.Root, "audit", "--rule", "invalid-workflow").Ends(1);
        ran.Out.ShouldContain("odd.yml", Case.Sensitive, what);
        ran.Out.Length.ShouldBeLessThan(20_000, what);
        if (text == Bomb())
        {
            ran.Out.Split("there are more than").Length.ShouldBe(2, "one message for one bomb");
        }
    }

    [Fact]
    public void A_file_of_50_megabytes_is_a_diagnostic()
    {
        using var shop = Shop.Clean();
        using (var large = File.Create(shop[Odd]))
        {
            large.SetLength(50 * 1024 * 1024);
        }

        Diagnoses(shop, Odd, "50 MiB");
    }

    [Fact]
    public void A_folder_named_like_a_workflow_is_a_diagnostic()
    {
        using var shop = Shop.Clean().With(Odd + "/inside.yml", Shop.Rejected);
        Diagnoses(shop, Odd, "this is a folder");
    }

    [Fact]
    public void A_pipe_among_the_workflows_does_not_hang()
    {
        using var shop = Shop.Clean();
        WarderProcess.Shell(shop.Root, $"mkfifo {Odd}").Ends(0);
        Diagnoses(shop, Odd, "a pipe, a socket or a device");
    }

    [Fact]
    public void A_socket_among_the_workflows_is_a_diagnostic()
    {
        using var shop = Shop.Clean();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(shop[Odd]));
        Diagnoses(shop, Odd, "a pipe, a socket or a device");
    }

    [Theory]
    [InlineData("../../../outside.yml", "leaves the repository")]
    [InlineData("/etc/hostname", "leaves the repository")]
    [InlineData("odd.yml", "leads back to itself")]
    [InlineData("gone.yml", "leads nowhere")]
    [InlineData("chain.yml", "leaves the repository")]
    [InlineData("way/hostname", "leaves the repository")]
    public void A_link_that_leads_away_is_a_diagnostic(string target, string because)
    {
        using var shop = Shop.Clean().WithLink(Odd, target);
        shop.WithLink(".github/workflows/chain.yml", "../../../outside.yml").WithLink(".github/workflows/way", "/etc");
        File.WriteAllText(Path.Combine(shop.Base, "outside.yml"), Shop.Rejected);
        var ran = WarderProcess.Run(shop.Root, "audit").Ends(2);
        ran.Out.ShouldContain("odd.yml");
        ran.Out.ShouldContain(because);
        ran.Out.ShouldNotContain("invalid-workflow");
    }

    [Fact]
    public void A_folder_of_workflows_that_is_a_link_outside_is_a_diagnostic()
    {
        using var shop = new TempFolder().With("readme.md", "").WithLink(".github", "../outside");
        Directory.CreateDirectory(Path.Combine(shop.Base, "outside", "workflows"));
        File.WriteAllText(Path.Combine(shop.Base, "outside", "workflows", "a.yml"), Shop.Rejected);
        var ran = WarderProcess.Run(shop.Root, "audit").Ends(2);
        ran.Out.ShouldContain("leaves the repository");
        ran.Out.ShouldNotContain("invalid-workflow");
    }

    [Fact]
    public void Links_inside_the_repository_are_followed_to_workflows_and_never_round()
    {
        using var shop = Shop.Clean()
            .With("ci/rejected.yml", Shop.Rejected)
            .WithLink(Odd, "../../ci/rejected.yml")
            .WithLink(".github/loop", "..")
            .WithLink("self", ".");
        WarderProcess.Run(shop.Root, "audit").Ends(1).Out.ShouldContain("odd.yml");
        using var linked = new TempFolder().With("ci/workflows/rejected.yml", Shop.Rejected).WithLink(".github", "ci");
        WarderProcess.Run(linked.Root, "audit").Ends(1).Out.ShouldContain(".github/workflows/rejected.yml");
        using var round = new TempFolder().With("workflows/a.yml", Shop.Rejected).WithLink(".github", ".");
        WarderProcess.Run(round.Root, "audit").Ends(0);
    }

    [Fact]
    public void A_policy_with_a_typo_is_a_diagnostic_with_a_suggestion()
    {
        using var shop = Shop.Clean().With(".warder.yml", "default-tokn: forbid\n");
        Diagnoses(shop, ".warder.yml", "default-token");
    }

    [Fact]
    public void A_registry_that_the_policy_names_and_that_is_not_there_is_a_diagnostic()
    {
        using var shop = Shop.Clean().With(".warder.yml", "registry: tokens/nowhere.yaml\n");
        Diagnoses(shop, ".warder.yml", "The policy names the registry tokens/nowhere.yaml, which is not there.");
    }

    [Fact]
    public void A_registry_that_cannot_be_read_is_no_missing_registry()
    {
        using var shop = Shop.Clean().With(Shop.Registry, [0xE9]);
        var ran = WarderProcess.Run(shop.Root, "audit").Ends(2);
        ran.Out.ShouldNotContain("registry-missing");
        foreach (var command in new[] { "check", "list", "discover" })
        {
            WarderProcess.Run(shop.Root, "registry", command).Ends(2);
        }
    }

    [Fact]
    public void An_empty_repository_says_that_there_was_nothing_to_look_at()
    {
        using var shop = new TempFolder();
        Directory.CreateDirectory(shop[".git"]);
        var ran = WarderProcess.Run(shop.Root, "audit").Ends(0);
        ran.Out.ShouldContain("nothing to audit");
        ran.Out.ShouldNotContain("registry-missing");
    }

    [Fact]
    public void A_repository_without_git_is_audited()
    {
        using var shop = new TempFolder().With("action.yml", "name: x\nruns: 3\n");
        WarderProcess.Run(shop.Root, "audit").Ends(1).Out.ShouldContain("action.yml");
    }

    [Fact]
    public void A_thousand_folders_deep_is_no_trouble()
    {
        using var shop = Shop.Clean();
        var deep = string.Join('/', Enumerable.Repeat("d", 1000));
        shop.With(deep + "/action.yml", "name: x\nruns: 3\n");
        WarderProcess.Run(shop.Root, "audit").Ends(1).Out.ShouldContain("action.yml");
    }

    [Fact]
    public void Deeper_than_the_system_can_name_is_a_diagnostic()
    {
        using var shop = Shop.Clean();
        var name = string.Join('/', Enumerable.Repeat(new string('d', 200), 4));
        var script = string.Join('\n', Enumerable.Repeat($"mkdir -p {name} && cd {name}", 6));
        WarderProcess.Shell(shop.Root, script).Ends(0);
        try
        {
            WarderProcess.Run(shop.Root, "audit").Ends(2).Out.ShouldContain("cannot be listed");
        }
        finally
        {
            WarderProcess.Shell(shop.Root, "rm -rf ddd*").Ends(0);
        }
    }

    [Fact]
    public void An_output_folder_that_cannot_be_written_ends_with_2()
    {
        using var shop = Shop.Clean().With("logs", "a file where the folder of logs should be");
        WarderProcess.Run(shop.Root, "audit", "--log", "--quiet").Ends(2).Error.ShouldContain("logs");
        WarderProcess.Run(shop.Root, "audit", "--quiet", "--json-output", "/proc/nowhere/audit.json").Ends(2).Error.ShouldContain("cannot be written");
    }

    [Fact]
    public void Standard_input_without_end_is_not_read_to_the_end()
    {
        using var shop = new TempFolder();
        WarderProcess.Shell(shop.Root, "set -o pipefail; warder audit - < /dev/zero").Ends(2).Out.ShouldContain("10 MiB");
        WarderProcess.Shell(shop.Root, "warder audit /dev/zero").Ends(2).Out.ShouldContain("10 MiB");
    }

    private static void Diagnoses(TempFolder shop, string path, string because)
    {
        var ran = WarderProcess.Run(shop.Root, "audit").Ends(2);
        var text = string.Join(' ', ran.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text.ShouldContain(because);
        text.ShouldContain(path);
        text.ShouldContain("incomplete: 1 problem kept Warder from looking", Case.Sensitive, "one message for one trouble");
        var json = WarderProcess.Run(shop.Root, "audit", "--format", "json").Ends(2).Out;
        json.ShouldContain(because);
    }

    private static string Bomb()
    {
        var text = new StringBuilder("on: push\njobs: {}\na0: &a0 [x]\n");
        for (var i = 1; i < 30; i++)
        {
            var before = string.Join(", ", Enumerable.Repeat("*a" + (i - 1).ToString(CultureInfo.InvariantCulture), 10));
            text.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{before}]\n");
        }

        return text.ToString();
    }
}
