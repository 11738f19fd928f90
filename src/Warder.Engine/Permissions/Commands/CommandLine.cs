using System.Collections.ObjectModel;
using Warder.Engine.Facts;
using Warder.Engine.Permissions.Values;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Commands;

/// <summary>One command of a script, its words resolved as far as the files say.</summary>
internal sealed class CommandLine
{
    /// <summary>Options of programs whose value is the next word and that may stand before a verb.</summary>
    private static readonly string[] LeadingOptions = ["-C", "-c", "-R", "--repo", "--git-dir", "--work-tree", "--cwd", "--prefix", "--filter", "-w", "--workspace", "-F", "--config", "--context"];

    public CommandLine(string program, CommandWord[] words, TextSpan span)
    {
        Program = program;
        Words = words;
        Span = span;
    }

    /// <summary>The program without its path and version.</summary>
    public string Program { get; }

    /// <summary>The words behind it.</summary>
    public CommandWord[] Words { get; }

    /// <summary>Where it stands in the script's text.</summary>
    public TextSpan Span { get; }

    /// <summary>Variables that are set for it alone.</summary>
    public IReadOnlyDictionary<string, PossibleValue> Assignments { get; init; } = ReadOnlyDictionary<string, PossibleValue>.Empty;

    /// <summary>What the command before it in a pipe, or a here-string, hands to it.</summary>
    public PossibleValue Input { get; init; } = PossibleValue.Empty;

    /// <summary>The first word that is no option.</summary>
    public string? Verb => Positional(0);

    /// <summary>What it is called in a sentence: the program and its verbs.</summary>
    public string Name(int verbs)
    {
        var name = Program;
        for (var i = 0; i < verbs; i++)
        {
            name += Positional(i) is { } word ? " " + word.Replace(FactCondition.Hole.ToString(), "...", StringComparison.Ordinal) : "";
        }

        return name;
    }

    /// <summary>The n-th word, from 0, that is no option and no value of one that leads to a verb; null where there is none.</summary>
    public string? Positional(int index) => index < Positionals.Length ? Positionals[index] : null;

    /// <summary>Whether the words start with these, options between them aside.</summary>
    public bool StartsWith(IReadOnlyList<string> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (Positional(i - 1) != words[i])
            {
                return false;
            }
        }

        return words[0] == Program;
    }

    /// <summary>The value of an option: empty where it is not given, <c>true</c> for a bare one.</summary>
    public string Option(IReadOnlyList<string> spellings)
    {
        for (var i = 0; i < Words.Length; i++)
        {
            var text = Words[i].Text;
            foreach (var spelling in spellings)
            {
                if (text == spelling)
                {
                    return i + 1 < Words.Length && !Words[i + 1].IsOption ? Words[i + 1].Text : "true";
                }

                if (text.StartsWith(spelling, StringComparison.Ordinal) && text.Length > spelling.Length && text[spelling.Length] == '=')
                {
                    return text[(spelling.Length + 1)..];
                }
            }
        }

        return "";
    }

    /// <summary>Whether an option is given in one of its spellings.</summary>
    public bool Has(params ReadOnlySpan<string> spellings) => Option(spellings.ToArray()).Length > 0;

    /// <summary>The tokens that any of its words carries.</summary>
    public PossibleValue Carried()
    {
        var carried = PossibleValue.Empty;
        foreach (var word in Words)
        {
            if (word.Value.Tokens.Count > 0 || word.Value.IsFromOutside)
            {
                carried = carried.IsEmpty ? word.Value : PossibleValue.Either(carried, word.Value);
            }
        }

        return carried;
    }

    /// <summary>The value of a clause's subject.</summary>
    public string? ValueOf(FactClause clause, int wordsOfCommand)
    {
        var subject = clause.Subjects[0];
        if (subject == "$*")
        {
            return string.Join('\n', Words.Select(w => w.Text));
        }

        if (subject is ['$', _] && char.IsAsciiDigit(subject[1]))
        {
            return Positional(wordsOfCommand - 2 + (subject[1] - '0')) ?? "";
        }

        var value = Option(clause.Subjects);
        return value.Length == 0 && Words.Any(w => w.MayBeSeveral) ? null : value;
    }

    /// <summary>The words that are no options, gathered once: hundreds of known commands may be compared with them.</summary>
    private string[] Positionals => field ??= FindPositionals();

    private string[] FindPositionals()
    {
        var found = new List<string>(Words.Length);
        for (var i = 0; i < Words.Length; i++)
        {
            var text = Words[i].Text;
            if (!Words[i].IsOption)
            {
                found.Add(text);
            }
            else if (Array.IndexOf(LeadingOptions, text) >= 0)
            {
                i++;
            }
        }

        return [.. found];
    }
}
