using System.Globalization;
using Warder.Sessions.Records;

namespace Warder.Sessions.Running;

/// <summary>Passes on what is said, and keeps it in the session.</summary>
internal sealed class SessionLog : ISessionVoice
{
    /// <summary>The key by which its file is named; no suite gets it.</summary>
    public const string Key = "session";

    private readonly ISessionVoice _voice;
    private readonly string _file;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();

    public SessionLog(ISessionVoice voice, SessionFolder folder, TimeProvider clock)
    {
        _voice = voice;
        _file = Path.Join(folder.Outputs, Key + ".log");
        _clock = clock;
    }

    public void Say(string line)
    {
        _voice.Say(line);
        lock (_gate)
        {
            try
            {
                var clean = Engine.Exposure.Redaction.Redactor.Known.Redact(line.ReplaceLineEndings(" "));
                File.AppendAllText(_file, $"{_clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)} {clean}\n");
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                // The record and the summary say the same; a line less is no reason to stop.
            }
        }
    }

    public void Show(string suite, ReadOnlyMemory<byte> piece) => _voice.Show(suite, piece);

    public void End(string suite) => _voice.End(suite);
}
