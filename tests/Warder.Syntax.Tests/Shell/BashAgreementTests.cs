using System.Diagnostics;
using Warder.Syntax.Shell;

namespace Warder.Syntax.Tests.Shell;

/// <summary>Asks the machine's own bash; without one there is nothing to compare with and the tests are skipped.</summary>
public sealed class BashAgreementTests
{
    private static readonly string[] Scripts =
    [
        "echo a", "if a; then b; fi", "case x in a|b) c;; (d) e;; esac", "f() { a; }", "function f { a; }", "a=(1 2 $(b))", "echo $((1+(2*3)))",
        "((a)) || (b)", "((a); b)", "cat <<E\n$(a)\nE", "x=$(case a in b) c;; esac)", "echo \"$(echo \")\")\"", "echo ${a:-\"}\"} ${b%\\}}",
        "[[ $a =~ ^(b|c)$ && ! -e d ]]", "echo `echo \\`a\\``", "for ((;;)); do a; done", "a | { b; c; } 2>&1 | d", "while a; do b; done < <(c)",
        "echo $'a\\'b' \"c'd\" 'e\"f'", "x=$(cat <<'E'\n ' \" ) `\nE\n)", "a() ( b; ); c", "echo a#b # ' c", "echo \\\n a", "time -p a; ! b", "until a; do :; done &",
        "echo 'a", "echo \"a", "echo $(a", "if a; then b", "case x in a) b", "{ a;", "(a", "echo ${a", "a )", "fi", "for x in a; do b", "[[ a", "x=(a", "done",
        "echo `a", "while a; do if b; then c; done", "echo $((1+2)", "f() {", "echo $'a", "esac", "}", "if a; then b; fi; fi",
    ];

    public static TheoryData<string> Cases => [.. Scripts];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Bash_accepts_exactly_what_has_no_problem(string script)
    {
        var result = Run("-n", script, []);
        Assert.SkipWhen(result is null, "no bash here");
        (ShellParser.Parse(script).Problems.Count == 0).ShouldBe(result.Value.Status == 0);
    }

    [Theory]
    [InlineData(": \"$QA ${QB}x\" '$QC' \\$QD")]
    [InlineData(": ${QA:-$QB} \"${QC}\"")]
    [InlineData("cat <<E >/dev/null\n$QA \\$QB ${QC}\nE")]
    [InlineData("cat <<'E' >/dev/null\n$QA\nE\n: $QD")]
    [InlineData(": $((QA + $QB)) # $QC")]
    [InlineData(": \"`echo \\$QA`\" $(echo '$QB' \"$QC\")")]
    [InlineData(": $'$QA\\'' \"'$QB'\" \"\\$QC\"")]
    [InlineData(": a$QA\\\n/b$QB'$QC'$QD")]
    public void Bash_reads_exactly_the_variables_listed(string script)
    {
        // Under -u bash stops at the first variable that is missing: a variable is read when only its absence stops the script.
        string[] names = ["QA", "QB", "QC", "QD"];
        var read = new List<string>();
        foreach (var name in names)
        {
            var result = Run("-uc", script, [.. names.Where(other => other != name)]);
            Assert.SkipWhen(result is null, "no bash here");
            if (result.Value.Error.Contains(name + ": unbound variable", StringComparison.Ordinal))
            {
                read.Add(name);
            }
        }

        var uses = ShellParser.Parse(script).VariableUses.Where(use => use.Default is null).Select(use => use.Name).Distinct();
        var defaults = ShellParser.Parse(script).VariableUses.SelectMany(use => use.Default?.Expansions ?? []).Select(expansion => expansion.Name);
        uses.Except(defaults).Order().ShouldBe(read);
    }

    private static (int Status, string Error)? Run(string option, string script, string[] variables)
    {
        const string Bash = "/bin/bash";
        if (!File.Exists(Bash))
        {
            return null;
        }

        var start = new ProcessStartInfo(Bash) { RedirectStandardError = true, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(option);
        if (option != "-n")
        {
            start.ArgumentList.Add(script);
        }

        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        foreach (var variable in variables)
        {
            start.Environment[variable] = "1";
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Write(option == "-n" ? script : "");
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEnd();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }
}
