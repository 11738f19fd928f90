using Warder.Pipelines;

namespace Warder.Engine.Permissions.Programs;

/// <summary>Goes through a program and steps over what is no code of it: strings, and the texts of templates between their holes.</summary>
internal sealed class ProgramWalk
{
    private readonly string _text;
    private readonly ScriptLanguage _language;
    private readonly Stack<int> _holes = [];
    private bool _isClosed = true;
    private int _braces;

    public ProgramWalk(string text, ScriptLanguage language)
    {
        _text = text;
        _language = language;
    }

    /// <summary>The place; who walks moves it over code.</summary>
    public int At { get; set; }

    /// <summary>Whether every string and template so far ends where one may end; else the program is not what it was taken for.</summary>
    public bool IsSound => _isClosed && _holes.Count == 0;

    /// <summary>Steps over a string or the text of a template; false where code stands at the place. To be asked once for a place.</summary>
    public bool StepOver()
    {
        switch (_text[At])
        {
            case '"' or '\'':
                var start = At;
                At = ProgramCode.EndOfString(_text, start, _language);
                _isClosed &= At - start >= 2 && At <= _text.Length && _text[At - 1] == _text[start];
                return true;
            case '`' when _language == ScriptLanguage.JavaScript:
                At++;
                StepOverText();
                return true;
            case '{':
                _braces++;
                return false;
            case '}' when _braces == 0 && _holes.TryPop(out _braces):
                At++;
                StepOverText();
                return true;
            case '}':
                _braces = Math.Max(_braces - 1, 0);
                return false;
            default:
                return false;
        }
    }

    private void StepOverText()
    {
        while (At < _text.Length)
        {
            if (_text[At] == '`')
            {
                At++;
                return;
            }

            if (_text[At] == '$' && At + 1 < _text.Length && _text[At + 1] == '{')
            {
                _holes.Push(_braces);
                _braces = 0;
                At += 2;
                return;
            }

            At += _text[At] == '\\' ? 2 : 1;
        }

        At = _text.Length;
        _isClosed = false;
    }
}
