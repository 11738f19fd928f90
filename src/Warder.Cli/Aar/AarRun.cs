using Warder.Cli.Git;
using Warder.Cli.History;
using Warder.Cli.Rotation;
using Warder.Engine.Activity;
using Warder.Engine.Assessment;
using Warder.Engine.Auditing;
using Warder.Engine.Enforcement;
using Warder.Engine.Findings;
using Warder.Engine.Rotation;
using Warder.Engine.Rules;
using Warder.Reports.Aar;

namespace Warder.Cli.Aar;

/// <summary>Gathers the facts of a report and writes it.</summary>
internal static class AarRun
{
    /// <summary>Makes the report and says where it is; the exit status.</summary>
    public static int Run(AarRequest request)
    {
        var clock = new DayClock(request.Days.Day);
        var runs = request.Runs is { } file ? RunsIn(file) : null;
        var run = new AuditRun { Start = RuleStart.Validation, KeepPermissions = true, ReadsAll = true, ShowProgress = true, Clock = clock };
        if (RepositoryFolder.Audit(request.Path, run) is not { } audit)
        {
            return ExitStatus.CouldNotWork;
        }

        var root = audit.Repository.Files.Root!;
        var facts = FactsOf(request, audit, root, clock) with { Runs = runs };
        var written = AarFolder.Write(root, facts);
        Console.Out.WriteLine(written);
        Console.Out.Flush();
        return DiagnosticLines.Write([audit]);
    }

    private static AarFacts FactsOf(AarRequest request, AuditResult audit, string root, DayClock clock)
    {
        var git = GitActivity.Open(root, out var because);
        var subject = request.Number is { } number ? SubjectReader.Read(request, number, git, because, audit.Repository.PlatformName) : null;
        var days = subject is null ? request.Days : request.Days with { From = FirstDayOf(subject, request.Days) };
        var sections = EnforcementResult.AllSections.ToHashSet();
        var regular = new FindingFilter(Persona.Regular, Confidence.Low).Apply(audit);
        var (trend, trendNote) = AarHistory.Read(root, audit.Repository.Policy, request.Database, days);
        var campaigns = CampaignsOnDisk.Load(root);
        return new AarFacts
        {
            Head = new AarHead
            {
                Kind = request.Kind,
                Mode = request.Mode,
                Title = TitleOf(request, subject),
                Number = request.Number,
                Day = days.Day,
                From = days.From,
                Last = days.Last,
                Repository = RepositoryIdentity.NameOf(root),
                Commit = git?.Head,
                Version = Product.Version,
            },
            Validation = EnforcementResult.Of(regular, sections, DocumentsOnDisk.StatesOf(audit), isStrict: false, clock.GetUtcNow()),
            Activity = git is null || subject is not null ? null : ActivityReport.Of(git.Read(days.From, days.Last.AddDays(1))),
            GitNote = git is null ? because : NoteOf(git),
            IsShallow = git?.IsShallow ?? false,
            Tests = TestSessions.Newest(root, audit.Repository.Policy, days),
            Trend = trend,
            TrendNote = trendNote,
            Breach = BreachOf(request, audit, campaigns),
            Campaigns = campaigns,
            Subject = subject,
        };
    }

    private static string? NoteOf(GitActivity git) =>
        git.Head is null ? "there is no commit yet"
        : git.IsShallow ? "this is a shallow clone: commits before its last ones are not counted, and what those last ones changed is not known"
        : null;

    private static DateOnly FirstDayOf(AarSubject subject, AarDays days)
    {
        var first = subject.Commits.Select(c => c.Day).Append(days.Last).Min();
        return subject.Created is { } created && DateOnly.FromDateTime(created.UtcDateTime) is var opened && opened < first ? opened : first;
    }

    private static string TitleOf(AarRequest request, AarSubject? subject) => request.Kind switch
    {
        AarKind.Governance => $"Token Governance Report, {request.Days.Day:yyyy-MM-dd}",
        AarKind.Health => $"Project Health Report, {request.Days.Day:yyyy-MM-dd}",
        AarKind.Incident => $"Incident: {request.Title}",
        AarKind.Issue => $"Issue #{request.Number}{Named(subject)}",
        AarKind.PullRequest => $"Pull Request #{request.Number}{Named(subject)}",
        AarKind.Sprint => $"Sprint: {request.Title}",
        _ => $"Automation: {request.Title}",
    };

    private static string Named(AarSubject? subject) => subject?.Title is { } title ? $": {title}" : "";

    private static AarBreach? BreachOf(AarRequest request, AuditResult audit, IReadOnlyList<RotationCampaign> campaigns)
    {
        if (request.Campaign is { } id)
        {
            return campaigns.FirstOrDefault(c => c.Id == id) is { } started
                ? new AarBreach(started, IsStarted: true, BreachReach.IsKnown(audit, started.Place))
                : throw new OutputError($"there is no campaign '{id}'; 'warder rotation campaign status' names those there are.");
        }

        if (request.Place is not { } typed)
        {
            return null;
        }

        var place = typed with { Workflow = WorkflowPath.Of(audit.Repository, typed.Workflow) };
        if (!BreachReach.IsKnown(audit, place))
        {
            throw new OutputError($"no job of this repository has to do with {place} today; look at the commit of the breach: git worktree add, then --repository.");
        }

        return campaigns.FirstOrDefault(c => c.Place == place && c.Since == request.Since) is { } same
            ? new AarBreach(same, IsStarted: true, BreachReach.IsKnown(audit, place))
            : new AarBreach(
                new RotationCampaign
                {
                    Id = "",
                    Since = request.Since!.Value,
                    Started = request.Since!.Value,
                    Place = place,
                    Tokens = [.. BreachReach.Of(audit, place).Select(t => new CampaignToken(t.Name, t.Places, Replaced: null, Evidence: null))],
                },
                IsStarted: false,
                BreachReach.IsKnown(audit, place));
    }

    private static IReadOnlyList<RunFact> RunsIn(string file)
    {
        if (file.Length == 0)
        {
            throw new OutputError("--runs needs a file.");
        }

        try
        {
            return RunExport.Read(File.ReadAllText(file), out var because, out var line)
                ?? throw new OutputError(line > 0 ? $"{file}:{line}: {because}." : $"{file}: {because}.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new OutputError($"{file} cannot be read: {wrong.Message}", wrong);
        }
    }
}
