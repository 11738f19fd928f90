using System.Globalization;
using Warder.Engine.Registry;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Policy;

/// <summary>Reads the section <c>artifacts</c> of a policy.</summary>
internal sealed class ArtifactsSectionReader(PolicyDraft draft)
{
    private const int MostParallel = 64;

    public ArtifactsPolicy Read(YamlMapping? mapping)
    {
        var artifacts = ArtifactsPolicy.Default;
        if (mapping is null)
        {
            return artifacts;
        }

        foreach (var (key, entry) in draft.Entries(mapping, "`artifacts`", PolicyKeys.Artifacts))
        {
            artifacts = key switch
            {
                "suites" => artifacts with { Suites = ReadSuites(entry) },
                "timeout" => Duration(entry, "artifacts.timeout") is { } time ? artifacts with { Timeout = time } : artifacts,
                "parallel" => Number(entry, "artifacts.parallel", MostParallel) is { } count ? artifacts with { Parallel = count } : artifacts,
                "keep-days" => Number(entry, "artifacts.keep-days", int.MaxValue / 2) is { } days ? artifacts with { KeepDays = days } : artifacts,
                _ => draft.Word(entry.Value, "artifacts.strict", PolicyKeys.Truth) is { } word ? artifacts with { IsStrict = word == 1 } : artifacts,
            };
        }

        return artifacts;
    }

    private List<SuitePolicy> ReadSuites(YamlEntry entry)
    {
        var suites = new List<SuitePolicy>();
        if (entry.Value.AsSequence() is not { } list)
        {
            draft.Invalid(entry.Value.Span, $"`artifacts.suites` must be a list of suites, not {RegistryDraft.Word(entry.Value)}");
            return suites;
        }

        foreach (var item in list.Items)
        {
            if (item.AsMapping() is not { } mapping)
            {
                draft.Invalid(item.Span, $"A suite must be a mapping, not {RegistryDraft.Word(item)}");
            }
            else if (ReadSuite(mapping) is { } suite)
            {
                if (suites.Exists(s => s.Name.Equals(suite.Name, StringComparison.OrdinalIgnoreCase)))
                {
                    draft.Invalid(item.Span, $"There are two suites of the name `{suite.Name}`");
                }

                suites.Add(suite);
            }
        }

        return suites;
    }

    private SuitePolicy? ReadSuite(YamlMapping mapping)
    {
        string? name = null;
        var suite = new SuitePolicy { Name = "" };
        foreach (var (key, entry) in draft.Entries(mapping, "a suite", PolicyKeys.Suite))
        {
            switch (key)
            {
                case "name":
                    name = draft.Text(entry.Value, "name");
                    break;
                case "directory":
                    suite = suite with { Directory = Folder(entry) };
                    break;
                case "command":
                    suite = ReadCommand(entry, suite);
                    break;
                case "environment":
                    suite = suite with { Environment = ReadEnvironment(entry) };
                    break;
                case "timeout":
                    suite = suite with { Timeout = Duration(entry, "timeout") };
                    break;
                case "results":
                    suite = suite with { Results = draft.Patterns(entry, "results") };
                    break;
                default:
                    suite = suite with { Coverage = draft.Patterns(entry, "coverage") };
                    break;
            }
        }

        if (name is null || (suite.Command.Count == 0 && suite.ShellLine is null))
        {
            draft.Invalid(mapping.Span, name is null ? "A suite needs a `name`" : $"The suite `{name}` needs a `command`");
            return null;
        }

        return suite with { Name = name };
    }

    /// <summary>A list is a program with its arguments, each kept byte for byte; a text alone is a line for the shell.</summary>
    private SuitePolicy ReadCommand(YamlEntry entry, SuitePolicy suite)
    {
        if (entry.Value.AsSequence() is not { } list)
        {
            return suite with { ShellLine = draft.Text(entry.Value, "command") };
        }

        var words = new List<string>();
        foreach (var item in list.Items)
        {
            if (item.AsScalar() is not { } word || word.Value.Contains('\0', StringComparison.Ordinal))
            {
                draft.Invalid(item.Span, "A word of `command` must be a text");
                return suite;
            }

            words.Add(word.Value);
        }

        if (words is [] or ["", ..])
        {
            draft.Invalid(entry.Value.Span, "`command` must begin with a program");
            return suite;
        }

        return suite with { Command = words };
    }

    private Dictionary<string, string> ReadEnvironment(YamlEntry entry)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        if (draft.Mapping(entry, "environment") is { } mapping)
        {
            foreach (var variable in MappingFields.Of(mapping))
            {
                if (variable.KeyText is { Length: > 0 } name && !name.AsSpan().ContainsAny('=', '\0') && variable.Value.AsScalar() is { } value && !value.Value.Contains('\0', StringComparison.Ordinal))
                {
                    variables[name] = value.Value;
                }
                else
                {
                    draft.Invalid(variable.Key.Span, "A variable of `environment` must have a name without `=` and a text");
                }
            }
        }

        return variables;
    }

    private string Folder(YamlEntry entry)
    {
        if (draft.Text(entry.Value, "directory") is not { } text)
        {
            return "";
        }

        var path = text.Replace('\\', '/');
        path = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        if (path.StartsWith('/') || path.Split('/').Any(p => p is ".." or ".git") || path.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(text))
        {
            draft.Invalid(entry.Value.Span, "`directory` must be a folder inside the repository");
            return "";
        }

        return path == "." ? "" : path.TrimEnd('/');
    }

    /// <summary><c>90s</c>, <c>15m</c>, <c>2h</c>; a number alone is seconds.</summary>
    private TimeSpan? Duration(YamlEntry entry, string name)
    {
        if (draft.Text(entry.Value, name) is not { } text)
        {
            return null;
        }

        const int SecondsInMinute = 60;
        const int SecondsInHour = 3600;
        var unit = text[^1] switch { 'h' => SecondsInHour, 'm' => SecondsInMinute, _ => 1 };
        var digits = char.IsAsciiDigit(text[^1]) ? text : text[..^1];
        const int MostSeconds = 30 * 24 * SecondsInHour;
        if ((char.IsAsciiDigit(text[^1]) || text[^1] is 's' or 'm' or 'h')
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && count <= MostSeconds / unit)
        {
            return TimeSpan.FromSeconds(count * unit);
        }

        draft.Invalid(entry.Value.Span, $"`{name}` must be a time of at most 30 days such as `90s`, `15m` or `2h`");
        return null;
    }

    private int? Number(YamlEntry entry, string name, int most)
    {
        if (draft.Text(entry.Value, name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most)
        {
            return number;
        }

        draft.Invalid(entry.Value.Span, $"`{name}` must be a positive number");
        return null;
    }
}
