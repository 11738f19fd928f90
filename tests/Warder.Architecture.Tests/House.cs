using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Warder.Architecture.Tests;

/// <summary>Warder's assemblies as ArchUnitNET sees them, loaded once.</summary>
internal static class House
{
    public static IReadOnlyList<System.Reflection.Assembly> Assemblies { get; } =
    [
        typeof(Syntax.SourceText).Assembly,
        typeof(Pipelines.Pipeline).Assembly,
        typeof(Engine.Auditing.Auditor).Assembly,
        typeof(Reports.ReportFormat).Assembly,
        typeof(Sessions.Suites.Suite).Assembly,
        typeof(History.HistoryDatabase).Assembly,
        typeof(Testing.AuditRunner).Assembly,
        System.Reflection.Assembly.Load("warder"),
    ];

    public static ArchUnitNET.Domain.Architecture Architecture { get; } = new ArchLoader().LoadAssemblies([.. Assemblies]).Build();

    public static System.Reflection.Assembly Named(string project) =>
        Assemblies.Single(a => a.GetName().Name == (project == "Cli" ? "warder" : $"Warder.{project}"));
}
