// The yardstick: reads every .yml and .yaml file under a folder, one after the other, and walks the parser's events.
// Nothing is built, kept or checked. Prints the number of files, of events and of files that are not YAML.
using SharpYaml;

if (args is not [var folder])
{
    Console.Error.WriteLine("usage: bare-parse FOLDER");
    return 2;
}

var files = 0;
var events = 0L;
var refused = 0;
foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
{
    if (!file.EndsWith(".yml", StringComparison.Ordinal) && !file.EndsWith(".yaml", StringComparison.Ordinal))
    {
        continue;
    }

    files++;
    try
    {
        var parser = Parser.CreateParser(new StringReader(File.ReadAllText(file)));
        while (parser.MoveNext())
        {
            events++;
        }
    }
    catch (YamlException)
    {
        refused++;
    }
}

Console.WriteLine($"{files} files, {events} events, {refused} not YAML");
return 0;
