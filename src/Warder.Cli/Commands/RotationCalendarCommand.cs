using System.CommandLine;
using Warder.Cli.Rotation;
using Warder.Engine.Rotation;

namespace Warder.Cli.Commands;

/// <summary><c>warder rotation calendar</c>: due days as an iCalendar file.</summary>
internal static class RotationCalendarCommand
{
    public static Command Build()
    {
        var repository = RotationTarget.Option();
        var output = new Option<string?>("--output", "-o") { Description = "The file to write. Default: standard output.", HelpName = "file" };
        var command = new Command("calendar", "The days on which tokens are due, as an iCalendar file.") { output, repository };
        command.SetAction(parse =>
        {
            if (RotationTarget.Open(parse.GetValue(repository)!) is not { } target)
            {
                return ExitStatus.CouldNotWork;
            }

            void Write(TextWriter writer) =>
                RotationCalendar.Write(RotationSchedule.Of(target.Audit.Repository), target.Audit.Repository.Files.Name, TimeProvider.System.GetUtcNow(), writer);
            if (parse.GetValue(output) is { } file)
            {
                OutputFile.WriteReport(file, Write);
            }
            else
            {
                Write(Console.Out);
            }

            return ExitStatus.Clean;
        });
        return command;
    }
}
