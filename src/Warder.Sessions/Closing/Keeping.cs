using Warder.Engine.Auditing;
using Warder.Sessions.Records;

namespace Warder.Sessions.Closing;

/// <summary>
/// Moves what outlives a session into its place: audit data, coverage, results, outputs. Done when the archive holds everything, so
/// a move that is cut off loses nothing and is taken up again.
/// </summary>
internal sealed class Keeping
{
    private static readonly string[] LatestAudits = ["token-environment-summary.json", "comprehensive-audit.json"];
    private readonly SessionFolder _folder;
    private readonly List<string> _problems = [];

    private Keeping(SessionFolder folder) => _folder = folder;

    /// <summary>Moves it; gives what could not be moved, which stays in the session.</summary>
    public static IReadOnlyList<string> Run(SessionFolder folder)
    {
        var keeping = new Keeping(folder);
        keeping.Audits();
        keeping.Coverage();
        keeping.Outputs();
        keeping.MoveFolder(folder.Pytest, Path.Join(folder.Logs.Pytest, $"pytest_{folder.Stamp}"));
        keeping.MoveFolder(folder.Artifacts, folder.KeptResults);
        return keeping._problems;
    }

    private void Audits()
    {
        foreach (var file in Entries(_folder.TokenAudit))
        {
            var name = Path.GetFileName(file);
            if (Array.IndexOf(LatestAudits, name) >= 0 && SpecialFile.IsPlainFile(file))
            {
                // The last one is found under a name that stays.
                Try(file, () => Renew(file, Path.Join(_folder.Logs.TokenAudit, name == LatestAudits[1] ? "session-token-audit.json" : name)));
            }

            Move(file, Path.Join(_folder.Logs.TokenAudit, $"{Path.GetFileNameWithoutExtension(name)}_{_folder.Stamp}{Path.GetExtension(name)}"));
        }
    }

    private void Coverage()
    {
        var rest = Path.Join(_folder.Logs.Coverage, $"coverage_{_folder.Stamp}");
        foreach (var entry in Entries(_folder.Coverage))
        {
            switch (Path.GetFileName(entry))
            {
                case ".coverage":
                    Move(entry, Path.Join(_folder.Logs.Coverage, $".coverage.{_folder.Stamp}"));
                    break;
                case "htmlcov":
                    Move(entry, Path.Join(_folder.Logs.Coverage, $"htmlcov_{_folder.Stamp}"));
                    break;
                default:
                    Move(entry, Path.Join(rest, Path.GetFileName(entry)));
                    break;
            }
        }
    }

    private void Outputs()
    {
        foreach (var file in Entries(_folder.Outputs))
        {
            Move(file, _folder.KeptOutput(Path.GetFileName(file)));
        }
    }

    private static void Renew(string file, string target)
    {
        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            File.Copy(file, temporary, overwrite: true);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private void MoveFolder(string folder, string target)
    {
        if (Entries(folder).Length > 0)
        {
            Move(folder, target);
        }
    }

    /// <summary>Moves a file or folder; where the target is there, it was moved before or is not ours, and the archive has it.</summary>
    private void Move(string from, string target) => Try(from, () =>
    {
        _folder.Logs.RefuseLinks(Path.GetDirectoryName(target)!);
        if (Path.Exists(target) || new FileInfo(from).LinkTarget is not null)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (Directory.Exists(from))
        {
            Directory.Move(from, target);
        }
        else if (SpecialFile.IsPlainFile(from))
        {
            File.Move(from, target, overwrite: false);
        }
    });

    private void Try(string what, Action move)
    {
        try
        {
            move();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or SessionException)
        {
            _problems.Add($"{_folder.Logs.Relative(what)} is not kept in its folder: {wrong.Message.TrimEnd('.')}. The archive has it.");
        }
    }

    private static string[] Entries(string folder) =>
        new DirectoryInfo(folder) is { Exists: true, LinkTarget: null } there ? [.. there.EnumerateFileSystemInfos().Select(e => e.FullName).Order(StringComparer.Ordinal)] : [];
}
