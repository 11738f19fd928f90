using System.Text;
using Warder.Engine.Exposure.Checks;
using Warder.Engine.Exposure.Formats;
using Warder.Engine.Exposure.Redaction;

namespace Warder.Engine.Tests.Exposure;

public sealed class RedactionTests
{
    private const int Fragment = 7;
    private const string Begin = "-----BEGIN PRIVATE " + "KEY-----";
    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    public static TheoryData<string> Formats() => [.. FormatCatalogue.All.Select(f => f.Slug)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_fragment_of_a_token_survives(string slug)
    {
        var format = FormatCatalogue.All.Single(f => f.Slug == slug);
        var random = new Random(23);
        for (var i = 0; i < 200; i++)
        {
            var (text, token) = DrawnToken.InText(format, random);
            Survives(Redactor.Known.Redact("before\n" + text + "after\n"), format, token).ShouldBeNull($"{slug}, draw {i}");
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_fragment_survives_a_stream_cut_anywhere(string slug)
    {
        var format = FormatCatalogue.All.Single(f => f.Slug == slug);
        var (text, token) = DrawnToken.InText(format, new Random(29));
        var bytes = Encoding.ASCII.GetBytes("before\n" + text + "after\n");
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var output = Through(Redactor.Known, bytes.AsSpan(0, cut).ToArray(), bytes.AsSpan(cut).ToArray());
            Survives(output, format, token).ShouldBeNull($"{slug}, cut at {cut}");
            output.ShouldEndWith("after\n");
        }
    }

    [Fact]
    public void No_fragment_survives_a_line_longer_than_the_buffer()
    {
        var random = new Random(31);
        var format = FormatCatalogue.All.Single(f => f.Slug == "github-app-installation-jwt");
        foreach (var lead in new[] { 0, 100_000, 114_000, 114_600, 114_688, 115_000, 130_000, 131_072, 200_000 })
        {
            var token = DrawnToken.Of(format, random);
            var text = string.Concat(Enumerable.Repeat("ab ", lead / 3)) + " " + token + string.Concat(Enumerable.Repeat(" cd", 100_000));

            Survives(Through(Redactor.Known, Encoding.ASCII.GetBytes(text)), format, token).ShouldBeNull($"{lead} before");
        }
    }

    // Around every place where the buffer of an enormous line may be cut: a token or a key that began just before it must not get through.
    [Theory]
    [InlineData("github-app-installation-jwt")]
    [InlineData("github-pat")]
    [InlineData("azure-devops-pat")]
    [InlineData("aws-secret-key")]
    [InlineData("private-key")]
    public void No_fragment_survives_wherever_an_enormous_line_is_cut(string slug)
    {
        const int Cut = (128 - 16) * 1024;
        var format = FormatCatalogue.All.Single(f => f.Slug == slug);
        var (text, token) = DrawnToken.InText(format, new Random(47));
        var line = text.TrimEnd().Replace("\n", "\\n", StringComparison.Ordinal);
        foreach (var filler in new[] { " ", "a" })
        {
            for (var before = Cut - line.Length - 20; before < Cut + 20; before += Math.Max(1, line.Length / 40))
            {
                var whole = string.Concat(Enumerable.Repeat(filler, before)) + " " + line + " " + new string('b', 40_000);
                var output = Through(Redactor.Known, Encoding.ASCII.GetBytes(whole));

                Survives(output, format, token).ShouldBeNull($"{before} before");
                output.ShouldEndWith(new string('b', 1000));
            }
        }
    }

    [Fact]
    public void A_token_longer_than_the_buffer_is_hidden_to_its_end()
    {
        var random = new Random(43);
        var body = new string([.. Enumerable.Range(0, 600_000).Select(_ => "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"[random.Next(50)])]);
        var output = Through(Redactor.Known, Encoding.ASCII.GetBytes("x ghs_" + "7_" + body + " end"));

        output.Length.ShouldBeLessThan(40);
        output.ShouldEndWith(" end");
    }

    [Fact]
    public void A_cut_or_malformed_token_is_hidden()
    {
        Redactor.Known.Redact("t " + "ghp_" + "a1B2c3D4e5F6g7H8i9J0").ShouldBe("t ghp_***");
        Redactor.Known.Redact("t " + "ghs_" + "123_a1B2c3D4e5F6g7H8i9J0.~x").ShouldBe("t ghs_***");
    }

    [Theory]
    [InlineData("npm_config_userconfig=/home/x/.npmrc")]
    [InlineData("sha 0123456789abcdef0123456789abcdef01234567")]
    [InlineData("fingerprint 9f86d081884c7d659a2feaa0")]
    [InlineData("uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683")]
    [InlineData("-----BEGIN CERTIFICATE-----")]
    [InlineData("token: the token of the job")]
    public void What_is_no_token_stays(string text) => Redactor.Known.Redact(text).ShouldBe(text);

    [Theory]
    [InlineData("curl https://bob:hunter22@host.example/x", "curl https://bob:***@host.example/x")]
    [InlineData("Authorization: Bearer abc123def456", "Authorization: Bearer ***")]
    [InlineData("> authorization: Basic Ym9iOmh1bnRlcjIy", "> authorization: Basic ***")]
    [InlineData("DB_PASSWORD=hunter22 run", "DB_PASSWORD=*** run")]
    [InlineData("\"client_secret\": \"hunter22\",", "\"client_secret\": \"***\",")]
    [InlineData("PASSWORD=$DB_PASSWORD", "PASSWORD=$DB_PASSWORD")]
    [InlineData("password: ${{ secrets.X }}", "password: ${{ secrets.X }}")]
    [InlineData("https://example.org:8080/a@b", "https://example.org:8080/a@b")]
    public void Words_before_a_secret_hide_it_in_the_text_of_others(string text, string expected) =>
        Redactor.ForText(FormatCatalogue.All).Redact(text + "\n").ShouldBe(expected + "\n");

    [Fact]
    public void What_was_redacted_stays_as_it_is()
    {
        var random = new Random(37);
        foreach (var format in FormatCatalogue.All)
        {
            var once = Redactor.ForText(FormatCatalogue.All).Redact(DrawnToken.InText(format, random).Text);
            Redactor.ForText(FormatCatalogue.All).Redact(once).ShouldBe(once, format.Slug);
        }
    }

    [Fact]
    public void Text_without_secrets_passes_byte_for_byte()
    {
        var random = new Random(41);
        var bytes = new byte[300_000];
        random.NextBytes(bytes);
        using var output = new MemoryStream();
        var redaction = new StreamRedaction(Redactor.Known, output);
        for (var at = 0; at < bytes.Length;)
        {
            var count = Math.Min(random.Next(1, 9000), bytes.Length - at);
            redaction.Write(bytes.AsSpan(at, count));
            at += count;
        }

        redaction.Finish();
        output.ToArray().ShouldBe(bytes);
    }

    private static string Through(Redactor redactor, params byte[][] pieces)
    {
        using var output = new MemoryStream();
        var redaction = new StreamRedaction(redactor, output);
        foreach (var piece in pieces)
        {
            redaction.Write(piece);
        }

        redaction.Finish();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>What Warder itself writes of a key that it found: its first line, quoted in JSON, in a table, in a frame.</summary>
    [Theory]
    [InlineData("{\"context\": \"@\",\n \"rule\": \"x\"}\n", "\",\n \"rule\": \"x\"}\n")]
    [InlineData("| a | @ | b |\n| c | d | e |\n", " | b |\n| c | d | e |\n")]
    [InlineData("  1 | @\n    | ^^^^^\n    = why: it is a key\n", "    | ^^^^^\n    = why: it is a key\n")]
    [InlineData("@ is how a key begins.\nNothing else is hidden.\n", " is how a key begins.\nNothing else is hidden.\n")]
    [InlineData("@", "***")]
    public void A_text_that_only_speaks_of_a_key_hides_nothing_behind_it(string template, string end)
    {
        var text = template.Replace("@", Begin, StringComparison.Ordinal);
        var output = Redactor.Known.Redact(text);
        output.ShouldEndWith(end);
        var bytes = Encoding.ASCII.GetBytes(text);
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            Through(Redactor.Known, bytes.AsSpan(0, cut).ToArray(), bytes.AsSpan(cut).ToArray()).ShouldBe(output);
        }
    }

    [Theory]
    [InlineData("@\n%\n%\nAb0=\nafter\n", "after\n")]
    [InlineData("@\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,%\n\n%\nAb0=\nthe end\n", "the end\n")]
    [InlineData("@\nVersion: 1\n\n%\n=aB3d\n# after\n", "# after\n")]
    [InlineData("# @\n# %\n# %\nafter it\n", "after it\n")]
    [InlineData("k = \"@\\n\" +\n    \"%\\n\" +\n    \"%\\n\"\nafter()\n", "after()\n")]
    [InlineData("KEY=@ % % %\nafter it\n", "after it\n")]
    public void A_key_without_its_last_line_is_hidden_as_far_as_it_goes(string template, string end)
    {
        var random = new Random(31);
        var text = new StringBuilder();
        foreach (var c in template)
        {
            text.Append(c switch
            {
                '@' => Begin,
                '%' => new string([.. Enumerable.Range(0, 64).Select(_ => (char)Base64[random.Next(Base64.Length)])]),
                _ => c.ToString(),
            });
        }

        var output = Redactor.Known.Redact(text.ToString());
        output.ShouldEndWith(end);
        for (var i = 0; i < text.Length - 16; i++)
        {
            var piece = text.ToString(i, 16);
            if (piece.All(c => Base64.Contains(c, StringComparison.Ordinal)))
            {
                output.ShouldNotContain(piece, Case.Sensitive);
            }
        }
    }

    /// <summary>A piece of the secret part of a token that is still to be read; null where there is none.</summary>
    private static string? Survives(string output, TokenFormat format, string token)
    {
        // The lines around a key and the names in an object are no secret.
        var secret = format.Check == PrivateKey.Check || format.Check == ServiceAccountKey.Check
            ? token[(token.IndexOf("KEY-----", StringComparison.Ordinal) + 8)..token.IndexOf("-----END", StringComparison.Ordinal)].Replace("\\n", "\n", StringComparison.Ordinal)
            : token;
        for (var i = 0; i + Fragment <= secret.Length; i++)
        {
            var fragment = secret.Substring(i, Fragment);
            if (!fragment.Contains('\n', StringComparison.Ordinal) && output.Contains(fragment, StringComparison.Ordinal))
            {
                return fragment;
            }
        }

        return null;
    }
}
