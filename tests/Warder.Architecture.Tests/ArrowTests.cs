namespace Warder.Architecture.Tests;

/// <summary>Every arrow between the rooms, as docs and project files promise them.</summary>
public sealed class ArrowTests
{
    [Theory]
    [InlineData("Syntax", "")]
    [InlineData("Pipelines", "Syntax")]
    [InlineData("Engine", "Pipelines,Syntax")]
    [InlineData("Reports", "Engine,Pipelines,Syntax")]
    [InlineData("History", "Engine,Pipelines,Syntax")]
    [InlineData("Testing", "Engine,Pipelines,Syntax")]
    [InlineData("Sessions", "Engine,Pipelines,Syntax")]
    [InlineData("Cli", "Engine,History,Pipelines,Reports,Sessions,Syntax")]
    public void A_room_knows_only_the_rooms_below_it(string room, string allowed)
    {
        var known = House.Named(room).GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(n => n.StartsWith("Warder.", StringComparison.Ordinal) || n == "warder")
            .Select(n => n.Replace("Warder.", "", StringComparison.Ordinal));

        known.Except(allowed.Split(',')).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SharpYaml", "Warder.Syntax")]
    [InlineData("Microsoft.Data.Sqlite", "Warder.History")]
    [InlineData("Npgsql", "Warder.History")]
    [InlineData("Fluid", "Warder.Reports")]
    [InlineData("System.CommandLine", "warder")]
    [InlineData("System.Console", "warder")]
    public void A_library_is_seen_by_one_room_only(string library, string room)
    {
        var seeing = House.Assemblies
            .Where(a => a.GetReferencedAssemblies().Any(r => r.Name == library))
            .Select(a => a.GetName().Name!);

        seeing.Except([room]).ShouldBeEmpty();
    }
}
