using CsCheck;
using Warder.Engine.Auditing.Caching;

namespace Warder.Engine.Tests.Auditing.Caching;

public sealed class CacheFormatTests
{
    [Fact]
    public void What_is_written_is_read_in_its_order()
    {
        // Texts of any code units, halves of pairs too, since a YAML escape may make one.
        var texts = Gen.Char[(char)0, (char)0xFFFF].Array[0, 12].Select(c => new string(c));
        var value = Gen.OneOf(
            Gen.Int[-1, int.MaxValue - 1].Select(n => (object)n),
            Gen.OneOf(Gen.Const("main"), Gen.Const(""), texts).Select(t => (object)t),
            Gen.Bool.Select(b => (object)b));
        value.List[0, 40].Sample(values =>
        {
            var writer = new CacheWriter();
            foreach (var one in values)
            {
                Write(writer, one);
            }

            var reader = new CacheReader(writer.Written);
            foreach (var one in values)
            {
                Read(reader, one).ShouldBe(one);
            }
        });
    }

    [Fact]
    public void A_missing_text_is_no_empty_one()
    {
        var writer = new CacheWriter();
        writer.Write(text: null);
        writer.Write("");
        var reader = new CacheReader(writer.Written);
        reader.ReadText().ShouldBeNull();
        reader.ReadText().ShouldBe("");
    }

    private static void Write(CacheWriter writer, object value)
    {
        switch (value)
        {
            case int number:
                writer.Write(number);
                break;
            case bool flag:
                writer.Write(flag);
                break;
            default:
                writer.Write((string)value);
                break;
        }
    }

    private static object Read(CacheReader reader, object like) => like switch
    {
        int => reader.ReadNumber(),
        bool => reader.ReadFlag(),
        _ => reader.ReadWord(),
    };
}
