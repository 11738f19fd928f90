using System.Text;
using Warder.Engine.Exposure.Checks;
using Warder.Engine.Exposure.Formats;
using Warder.Engine.Exposure.Search;

namespace Warder.Engine.Tests.Exposure;

public sealed class TokenFormatTests
{
    private const int Draws = 1000;
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);
    private static readonly ValueSearch Search = new(FormatCatalogue.All);

    public static TheoryData<string> Formats() => [.. FormatCatalogue.All.Select(f => f.Slug)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_well_formed_token_is_found(string slug)
    {
        var format = FormatCatalogue.All.Single(f => f.Slug == slug);
        var random = new Random(slug.Length * 7919);
        for (var i = 0; i < Draws; i++)
        {
            var (text, token) = DrawnToken.InText(format, random);
            var found = Search.Find(Encoding.ASCII.GetBytes(text), Today);

            found.Count.ShouldBe(1, $"{slug}, draw {i}");
            text.Substring(found[0].Start, found[0].Length).ShouldBe(token, $"{slug}, draw {i}, found as {found[0].Format.Slug}");
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_token_with_its_checksum_right_is_proven(string slug)
    {
        var format = FormatCatalogue.All.Single(f => f.Slug == slug);
        var (text, _) = DrawnToken.InText(format, new Random(1));
        var proof = Search.Find(Encoding.ASCII.GetBytes(text), Today)[0].Verdict.Proof;

        TokenCheck[] checksums = [Crc32Base62.Check, Crc32Base62.CheckLegacy, GitHubFineGrained.Check, GitLabRoutable.Check, AtlassianToken.Check, AzureDevOpsToken.Check];
        proof.ShouldBe(checksums.Contains(format.Check) ? TokenProof.Checksum : format.Check == LooksRandom.Check ? TokenProof.Shape : TokenProof.Structure);
    }

    [Fact]
    public void Slugs_are_unique() => FormatCatalogue.All.Select(f => f.Slug).ShouldBeUnique();

    // Published or recomputed vectors: the checksum of each was confirmed on real, revoked samples of its provider.
    [Fact]
    public void Checksums_are_those_of_the_providers()
    {
        Crc32Base62.Of("TokenGovernanceTestVector00000"u8).ShouldBe("07zhID");
        GitHubFineGrained.Of(Encoding.ASCII.GetBytes("github_pat_1" + new string('A', 21) + "_" + new string('B', 43))).ShouldBe("KLXK7M6D");
        GitLabRoutable.Of(Encoding.ASCII.GetBytes("glpat-" + new string('C', 27) + ".01.0r")).ShouldBe("08ef0ua");
        AtlassianToken.Of(Encoding.ASCII.GetBytes("ATATT3" + new string('D', 177) + "=")).ShouldBe("D7C5E662");
    }

    [Theory]
    [InlineData("github-pat")]
    [InlineData("npm-token")]
    [InlineData("gitlab-pat-routable")]
    [InlineData("atlassian-token")]
    public void A_token_with_one_character_changed_fails_its_checksum(string slug)
    {
        var format = FormatCatalogue.All.Single(f => f.Slug == slug);
        var random = new Random(3);
        for (var i = 0; i < Draws; i++)
        {
            var token = DrawnToken.Of(format, random).ToCharArray();
            var at = token.Length - 10;
            token[at] = token[at] == 'a' ? 'b' : 'a';
            var found = Search.Find(Encoding.ASCII.GetBytes("x " + new string(token)), Today);

            (found.Count == 0 || found[0].Verdict.Proof == TokenProof.ChecksumFails).ShouldBeTrue(new string(token));
        }
    }

    [Theory]
    [InlineData("github-pat")]
    [InlineData("github-fine-grained-pat")]
    [InlineData("npm-token")]
    [InlineData("aws-access-key-id")]
    [InlineData("slack-bot-token")]
    [InlineData("private-key")]
    public void A_token_inside_base64_is_found_wherever_it_starts(string slug)
    {
        var format = FormatCatalogue.All.Single(f => f.Slug == slug);
        var random = new Random(5);
        for (var lead = 0; lead < 40; lead++)
        {
            var inside = new string('u', lead) + ":" + DrawnToken.Of(format, random) + "\n";
            var text = "data: " + Convert.ToBase64String(Encoding.ASCII.GetBytes(inside)) + "\n";
            var found = Search.Find(Encoding.ASCII.GetBytes(text), Today);

            found.ShouldHaveSingleItem($"{lead} before").Format.Slug.ShouldBe(slug);
            found[0].IsEncoded.ShouldBeTrue();
        }
    }

    public static TheoryData<string> Placeholders() =>
    [
        "ghp_" + new string('x', 36),
        "ghp_" + new string('X', 36),
        "ghp_" + string.Concat(Enumerable.Repeat("1234567890", 4))[..36],
        "glpat-" + new string('X', 20),
        "glpat-your-token-goes-here",
        "npm_" + "abcdefghijklmnopqrstuvwxyz0123456789",
        "AKIA" + "IOSFODNN7EXAMPLE",
        "AKIA" + new string('A', 16),
        "xoxb-" + "123456789012-123456789012-" + new string('x', 24),
        "AIza" + new string('0', 35),
        "-----BEGIN RSA PRIVATE " + "KEY-----\nMIIE...\n-----END RSA PRIVATE " + "KEY-----",
        "-----BEGIN PRIVATE " + "KEY-----\n<your key>\n-----END PRIVATE " + "KEY-----",
        "-----BEGIN CERTIFICATE-----\n" + Convert.ToBase64String([.. Enumerable.Range(0, 300).Select(i => (byte)(i * 37))]) + "\n-----END CERTIFICATE-----",
        "-----BEGIN PUBLIC " + "KEY-----\n" + Convert.ToBase64String([.. Enumerable.Range(0, 300).Select(i => (byte)(i * 37))]) + "\n-----END PUBLIC " + "KEY-----",
        "ghp_" + "${TOKEN}",
        "sk_live_" + "your_secret_key_goes_here",
    ];

    [Theory]
    [MemberData(nameof(Placeholders))]
    public void A_placeholder_is_no_token(string text) => Search.Find(Encoding.ASCII.GetBytes($"token: {text}\n"), Today).ShouldBeEmpty();

    [Theory]
    [InlineData("\"line\\n", "\"")]
    [InlineData("?token%3D", "&x=1")]
    [InlineData("https://x-access-token:", "@github.com/o/r")]
    [InlineData("(", ")")]
    [InlineData("'", "'")]
    [InlineData("TOKEN=", "\r\n")]
    [InlineData("`", "`.")]
    public void A_token_is_found_between(string before, string after)
    {
        var token = DrawnToken.Of(FormatCatalogue.All.Single(f => f.Slug == "github-pat"), new Random(11));
        var found = Search.Find(Encoding.ASCII.GetBytes(before + token + after), Today);

        (before + token + after).Substring(found.ShouldHaveSingleItem().Start, found[0].Length).ShouldBe(token);
    }

    [Fact]
    public void A_token_in_the_middle_of_a_word_is_none()
    {
        var token = DrawnToken.Of(FormatCatalogue.All.Single(f => f.Slug == "github-pat"), new Random(11));

        Search.Find(Encoding.ASCII.GetBytes("prefix" + token), Today).ShouldBeEmpty();
        Search.Find(Encoding.ASCII.GetBytes(token + "suffix"), Today).ShouldBeEmpty();
    }

    [Fact]
    public void Random_bytes_are_searched_without_failing()
    {
        var random = new Random(17);
        var bytes = new byte[4096];
        for (var i = 0; i < 300; i++)
        {
            random.NextBytes(bytes);
            Search.Find(bytes.AsSpan(0, random.Next(bytes.Length)), Today);
        }
    }

    [Fact]
    public void Words_of_formats_cut_anywhere_are_searched_without_failing()
    {
        var random = new Random(19);
        foreach (var format in FormatCatalogue.All)
        {
            var (text, _) = DrawnToken.InText(format, random);
            var bytes = Encoding.ASCII.GetBytes(text);
            for (var from = 0; from < bytes.Length; from += Math.Max(1, bytes.Length / 97))
            {
                Search.Find(bytes.AsSpan(from), Today);
                Search.Find(bytes.AsSpan(0, from), Today);
            }
        }
    }
}
