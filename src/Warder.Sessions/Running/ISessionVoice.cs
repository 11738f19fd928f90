namespace Warder.Sessions.Running;

/// <summary>Tells people how a session goes. Called from several threads.</summary>
public interface ISessionVoice
{
    /// <summary>Says one line.</summary>
    void Say(string line);

    /// <summary>Shows a piece of a suite's output, values hidden; the pieces of one suite come in order.</summary>
    void Show(string suite, ReadOnlyMemory<byte> piece);

    /// <summary>Says that a suite has ended: what of it is not shown yet is shown now.</summary>
    void End(string suite);
}
