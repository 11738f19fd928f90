namespace Warder.Engine.Permissions.Programs;

/// <summary>A place of a program that starts another one.</summary>
/// <param name="Offset">Where.</param>
/// <param name="Command">The command as a shell would take it, with variables for what is computed; null where it cannot be read.</param>
internal readonly record struct ProgramStart(int Offset, string? Command);
