using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Warder.Cli.Git;
using Warder.Engine.Hygiene;

namespace Warder.Cli.Hygiene;

/// <summary>
/// One <c>git check-ignore</c> that answers all questions. It dies of a path behind a link or in a submodule: that path is left
/// unanswered, and another process goes on with the next.
/// </summary>
internal sealed class IgnoreProcess : IDisposable
{
    // The questions of one batch fit into what a pipe holds, so that git never waits for us while we wait for it.
    private const int Batch = 100;
    private const int BatchLength = 2000;
    private const int MaxStarts = 50;
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _root;
    private readonly Action<string, string?> _say;
    private Process? _git;
    private NulTexts? _answers;
    private Task<string>? _errors;
    private int _starts;

    public IgnoreProcess(string root, Action<string, string?> say)
    {
        _root = root;
        _say = say;
    }

    public IReadOnlyList<IgnoreVerdict> Ask(IReadOnlyList<string> paths)
    {
        var verdicts = new IgnoreVerdict[paths.Count];
        for (var at = 0; at < paths.Count;)
        {
            if (_git is null && !Start())
            {
                break;
            }

            var count = CountOf(paths, at);
            var written = Write(paths, at, count);
            var answered = Read(verdicts, at, count);
            at += answered;
            if (answered < count)
            {
                var why = Stop();
                if (_starts >= MaxStarts || (answered == 0 && !written && why.Length == 0))
                {
                    break;
                }

                // The first unanswered path is the one that git stumbled over, unless it says no repository at all.
                _say(why.Length > 0 ? $"git: {why}" : "git gave no answer.", why.Contains("not a git repository", StringComparison.Ordinal) || why.Contains("dubious", StringComparison.Ordinal) ? null : paths[at]);
                if (_starts == 1 && answered == 0 && at == 0 && !why.Contains("pathspec", StringComparison.OrdinalIgnoreCase))
                {
                    break;
                }

                at++;
            }
        }

        return verdicts;
    }

    public void Dispose() => _ = Stop();

    private bool Start()
    {
        if (_starts >= MaxStarts)
        {
            return false;
        }

        _starts++;
        try
        {
            _git = GitStart.Start(_root, "check-ignore", "--no-index", "--verbose", "--non-matching", "-z", "--stdin");
        }
        catch (Win32Exception)
        {
            _starts = MaxStarts;
            _say("git is not installed, and only git knows what it tracks and ignores.", null);
            return false;
        }

        _answers = new NulTexts(_git.StandardOutput.BaseStream);
        _errors = _git.StandardError.ReadToEndAsync();
        return true;
    }

    private static int CountOf(IReadOnlyList<string> paths, int at)
    {
        var (count, length) = (1, paths[at].Length);
        while (count < Batch && at + count < paths.Count && (length += paths[at + count].Length) <= BatchLength)
        {
            count++;
        }

        return count;
    }

    private bool Write(IReadOnlyList<string> paths, int at, int count)
    {
        var questions = new StringBuilder();
        for (var i = at; i < at + count; i++)
        {
            // With ./ in front no name is taken for one of git's special forms.
            questions.Append("./").Append(paths[i]).Append('\0');
        }

        try
        {
            var input = _git!.StandardInput.BaseStream;
            input.Write(Plain.GetBytes(questions.ToString()));
            input.Flush();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private int Read(IgnoreVerdict[] verdicts, int at, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (_answers!.Next() is not { } source || _answers.Next() is not { } line || _answers.Next() is not { } pattern || _answers.Next() is null)
            {
                return i;
            }

            verdicts[at + i] = pattern.Length == 0
                ? IgnoreVerdict.NotIgnored
                : new IgnoreVerdict(IsKnown: true, source, int.TryParse(line, out var number) ? number : 0, pattern);
        }

        return count;
    }

    /// <summary>Ends the process; what it complained of, one line.</summary>
    private string Stop()
    {
        if (_git is null)
        {
            return "";
        }

        try
        {
            _git.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is gone already.
        }

        var errors = _errors!.GetAwaiter().GetResult();
        _git.WaitForExit();
        _answers!.Dispose();
        _git.Dispose();
        (_git, _answers, _errors) = (null, null, null);
        return errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("").Trim();
    }
}
