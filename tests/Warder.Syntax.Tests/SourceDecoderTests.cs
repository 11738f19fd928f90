using System.Text;

namespace Warder.Syntax.Tests;

public sealed class SourceDecoderTests
{
    private const string Text = "name: Übung 😀\n";

    [Fact]
    public void Utf8_is_read_with_and_without_a_byte_order_mark()
    {
        SourceDecoder.Decode("a.yml", Encoding.UTF8.GetBytes(Text)).Source!.Text.ShouldBe(Text);
        var marked = SourceDecoder.Decode("a.yml", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)]);
        marked.Source!.Text.ShouldBe(Text);
        marked.Source.Path.ShouldBe("a.yml");
        marked.Error.ShouldBeNull();
        SourceDecoder.Decode("a.yml", []).Source!.Text.ShouldBe("");
    }

    [Fact]
    public void Utf16_is_read_where_a_mark_says_so()
    {
        SourceDecoder.Decode("a.yml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)]).Source!.Text.ShouldBe(Text);
        SourceDecoder.Decode("a.yml", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)]).Source!.Text.ShouldBe(Text);
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0xFF, 0x62 }, "not-utf8", "offset 1 ")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x61, 0xC3 }, "not-utf8", "offset 4 ")]
    [InlineData(new byte[] { 0x61, 0xED, 0xA0, 0x80 }, "not-utf8", "offset 1 ")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8 }, "not-utf8", "UTF-16")]
    [InlineData(new byte[] { 0x61, 0x62, 0x00 }, "binary-file", "offset 2 ")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00 }, "binary-file", "offset 4 ")]
    public void What_is_not_text_is_refused_with_a_place(byte[] bytes, string code, string place)
    {
        var decoded = SourceDecoder.Decode("a.yml", bytes);
        decoded.Source.ShouldBeNull();
        decoded.Code.ShouldBe(code);
        decoded.Error.ShouldNotBeNull().ShouldContain(place);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused()
    {
        var bytes = new byte[SourceDecoder.MaxBytes + 1];
        Array.Fill(bytes, (byte)'a');
        SourceDecoder.Decode("a.yml", bytes).Code.ShouldBe("file-too-large");
        SourceDecoder.Decode("a.yml", bytes.AsSpan(1)).Source!.Text.Length.ShouldBe(SourceDecoder.MaxBytes);
    }

    [Fact]
    public void What_holds_nothing_of_interest_at_a_glance_is_passed_over()
    {
        SourceDecoder.Decode("a.sh", "echo Übung"u8, _ => false).ShouldBeSameAs(DecodedText.PassedOver);
        SourceDecoder.Decode("a.sh", "echo Übung"u8, bytes => bytes.StartsWith("echo Ü"u8)).Source!.Text.ShouldBe("echo Übung");
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x62, 0x00 }, "binary-file")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, null)]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x61 }, null)]
    public void What_no_glance_can_judge_is_decoded(byte[] bytes, string? code)
    {
        var decoded = SourceDecoder.Decode("a.sh", bytes, _ => false);
        decoded.ShouldNotBeSameAs(DecodedText.PassedOver);
        decoded.Code.ShouldBe(code);
    }
}
