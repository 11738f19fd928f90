using System.Text;
using CsCheck;
using Warder.Engine.Exposure.Formats;
using Warder.Engine.Exposure.Redaction;
using Warder.Sessions.Running;

namespace Warder.Sessions.Tests.Running;

public sealed class ValueHidingTests
{
    [Fact]
    public void Values_are_hidden_however_the_output_is_cut()
    {
        var values = Values(("A_TOKEN", "open-sesame-one"), ("B_PASSWORD", "open-sesame"), ("C_KEY", "line one of key\nline two of key"));
        var text = "x open-sesame-one y open-sesam open-sesame\nline one of key, line two of key open-open-sesame-on\n";
        Gen.Int[1, 40].Array[1, 30].Sample(sizes =>
        {
            Hidden(values, text, sizes).ShouldBe("x *** y open-sesam ***\n***, *** open-***-on\n");
        }, iter: 300);
    }

    [Fact]
    public void Only_what_a_name_calls_a_secret_is_hidden()
    {
        var values = Values(("A_TOKEN", "short"), ("B_TOKEN", "        "), ("KEY_FILE", "a long value here"), ("SSH_KEY", "/home/me/.ssh/key"), ("REGISTERED", "a registered value"));
        Hidden(values, "short a long value here /home/me/.ssh/key a registered value\n", [100]).ShouldBe("short a long value here /home/me/.ssh/key ***\n");
    }

    private static KnownValues Values(params (string Name, string Value)[] environment) =>
        KnownValues.In(environment.ToDictionary(v => v.Name, v => v.Value), ["registered"]);

    private static string Hidden(KnownValues values, string text, int[] sizes)
    {
        using var output = new MemoryStream();
        var hiding = new ValueHiding(values, new StreamRedaction(Redactor.ForOutput(FormatCatalogue.All), output));
        var bytes = Encoding.UTF8.GetBytes(text).AsSpan();
        for (var i = 0; !bytes.IsEmpty; i++)
        {
            var size = Math.Min(sizes[i % sizes.Length], bytes.Length);
            hiding.Write(bytes[..size]);
            bytes = bytes[size..];
        }

        hiding.Finish();
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
