namespace Warder.History.Logs;

/// <summary>The first place at which a log is not as it was written.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line in that file, from 1; 0 where the file as a whole is meant.</param>
/// <param name="What">What is wrong with it.</param>
/// <param name="IsTorn">Whether it is only the unfinished line of a process that was killed.</param>
public sealed record LogBreak(string File, long Line, string What, bool IsTorn);
