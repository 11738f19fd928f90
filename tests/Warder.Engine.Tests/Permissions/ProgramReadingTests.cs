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
        "[", "]", "(", ")", ",", "+", "=", " a ", "a = ", "...", "*", "\n", "\\", "//", "/*", "*/", "#", "./x", "gh ", ";", ".", "=>", "as ", "const ", "for ", "lambda ", "def f(", "/", "[/", ":", "require('child_process')", "?.", "exec", "async ",
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

    [Fact]
    public void Names_that_stand_for_many_names_are_set_together_within_a_bound()
    {
        var names = string.Concat(Enumerable.Range(0, 6).Select(i => $"const v{i} = {string.Join('+', Enumerable.Repeat($"v{i + 1}", 39))};\n"));
        var code = names + $"const v6 = '{new string('x', 1000)}';\nspawn('git', [v0, v1, v2, v3])";
        var argument = new ProgramArgument(code, ScriptLanguage.JavaScript);
        for (var call = 0; call < 40; call++)
        {
            _ = argument.Words(code.IndexOf("[v0", StringComparison.Ordinal), out _);
        }

        argument.Work.ShouldBeLessThan(2_500_000);
    }

    [Fact]
    public void A_name_is_set_together_once_however_often_it_is_used()
    {
        var code = $"const a = {string.Join('+', Enumerable.Repeat("b", 39))};\nconst b = {string.Join('+', Enumerable.Repeat("c", 39))};\nconst c = 'x';\nspawn('git', [a, a, a, a])";
        var argument = new ProgramArgument(code, ScriptLanguage.JavaScript);

        argument.Words(code.IndexOf("[a", StringComparison.Ordinal), out _).ShouldBe(string.Join(' ', Enumerable.Repeat($"'{new string('x', 39 * 39)}'", 4)));
        argument.Work.ShouldBeLessThan(12_000);
    }

    [Theory]
    [InlineData("child_process exec(", "`${")]
    [InlineData("child_process exec('ls') ", "(a)=>")]
    [InlineData("child_process exec('ls') ", "(")]
    [InlineData("child_process exec(a) ", "(a=")]
    [InlineData("child_process exec('ls') ", "exec ")]
    [InlineData("child_process exec('ls') ", "exec, ")]
    [InlineData("child_process exec('ls') ", "const {")]
    [InlineData("child_process exec('ls') ", "require('child_process')")]
    [InlineData("child_process exec('ls') ", "=/")]
    [InlineData("child_process exec('ls') ", "/*")]
    [InlineData("child_process exec('ls') ", ").exec(")]
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
