using CsCheck;
using Warder.Engine.Permissions.Programs;
using Warder.Pipelines;

namespace Warder.Engine.Tests.Permissions;

/// <summary>Programs are hostile input: whatever they hold, they are read to their end, and soon.</summary>
public sealed class ProgramReadingTests
{
    private static readonly string[] Pieces =
    [
        "child_process", "subprocess", "import ", "from ", "require(", "exec(", "execSync(", "spawn(", "subprocess.run(", "$`", "execa`", "${", "}", "{", "`", "'", "\"", "\"\"\"", "f'",
        "[", "]", "(", ")", ",", "+", "=", " a ", "a = ", "...", "*", "\n", "\\", "//", "/*", "*/", "#", "./x", "gh ", ";", ".", "=>", "as ",
    ];

    [Fact]
    public void Any_text_is_read() => Gen.Int[0, Pieces.Length - 1].List[0, 40].Sample(
        picks =>
        {
            var text = string.Concat(picks.Select(p => Pieces[p]));
            foreach (var language in new[] { ScriptLanguage.JavaScript, ScriptLanguage.Python })
            {
                var code = ProgramCode.Of(text, language);
                code.Length.ShouldBe(text.Length);
                _ = ProgramStarts.Find(code, language);
                _ = ProgramImports.Find("ci/x", code, language, _ => true);
            }
        },
        iter: 20_000);

    [Theory]
    [InlineData("child_process exec(", "`${")]
    [InlineData("child_process ", "exec(")]
    [InlineData("child_process exec(a", "\n")]
    [InlineData("child_process exec(", "(")]
    [InlineData("child_process exec(", "a+")]
    [InlineData("child_process spawn('gh', [", "[")]
    [InlineData("child_process import(", "'")]
    public void What_repeats_without_end_is_read_soon(string start, string repeated)
    {
        var text = start + string.Concat(Enumerable.Repeat(repeated, 100_000));
        var code = ProgramCode.Of(text, ScriptLanguage.JavaScript);

        ProgramStarts.Find(code, ScriptLanguage.JavaScript).ShouldNotBeEmpty();
        _ = ProgramImports.Find("x.js", code, ScriptLanguage.JavaScript, _ => false);
    }
}
