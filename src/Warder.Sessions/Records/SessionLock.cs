using Microsoft.Win32.SafeHandles;
using Warder.Sessions.Processes;

namespace Warder.Sessions.Records;

/// <summary>A lock that the system takes back when its owner ends, however it ends; it holds across containers too, where process numbers do not.</summary>
public sealed class SessionLock : IDisposable
{
    private readonly SafeFileHandle _file;

    private SessionLock(SafeFileHandle file) => _file = file;

    /// <summary>Takes the lock; null where somebody else has it, or the file cannot be opened.</summary>
    public static SessionLock? Take(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            return null;
        }

        SafeFileHandle file;
        try
        {
            file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.None : FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        if (OperatingSystem.IsWindows() || Posix.TryLock(file))
        {
            return new SessionLock(file);
        }

        file.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
