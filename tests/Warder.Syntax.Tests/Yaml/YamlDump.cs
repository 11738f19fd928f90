using System.Text;
using Warder.Syntax.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Warder.Syntax.Tests.Yaml;

/// <summary>Writes what a parser understood of a text, so that two parsers can be compared.</summary>
internal static class YamlDump
{
    public const string Rejected = "rejected";
    public const string BeyondLimits = "beyond limits";

    public static string OfWarder(string text)
    {
        var tree = YamlParser.Parse(new SourceText("x.yml", text));
        foreach (var problem in tree.Problems)
        {
            switch (problem.Kind)
            {
                case YamlProblemKind.Syntax:
                    return Rejected;
                case YamlProblemKind.TooDeep or YamlProblemKind.TooLarge:
                    return BeyondLimits;
            }
        }

        var dump = new StringBuilder();
        foreach (var document in tree.Documents)
        {
            dump.Append("document\n");
            Append(dump, document);
        }

        return dump.ToString();
    }

    public static string OfYamlDotNet(string text)
    {
        var dump = new StringBuilder();
        try
        {
            var parser = new Parser(new StringReader(text));
            while (parser.MoveNext())
            {
                Append(dump, parser.Current!);
            }
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException)
        {
            return Rejected;
        }

        return dump.ToString();
    }

    private static void Append(StringBuilder dump, YamlNode? node)
    {
        switch (node)
        {
            case null:
                AppendScalar(dump, anchor: "", "Plain", value: "");
                break;
            case Warder.Syntax.Yaml.YamlScalar scalar:
                AppendScalar(dump, scalar.Anchor, scalar.Style.ToString(), scalar.Value);
                break;
            case YamlAlias alias:
                dump.Append("alias ").Append(alias.Name).Append('\n');
                break;
            case YamlMapping mapping:
                dump.Append("{ ").Append(mapping.Anchor).Append(mapping.IsFlow ? " flow\n" : " block\n");
                foreach (var entry in mapping.Entries)
                {
                    Append(dump, entry.Key);
                    Append(dump, entry.Value);
                }

                dump.Append("}\n");
                break;
            case YamlSequence sequence:
                dump.Append("[ ").Append(sequence.Anchor).Append(sequence.IsFlow ? " flow\n" : " block\n");
                foreach (var item in sequence.Items)
                {
                    Append(dump, item);
                }

                dump.Append("]\n");
                break;
        }
    }

    private static void Append(StringBuilder dump, ParsingEvent parsed)
    {
        switch (parsed)
        {
            case DocumentStart:
                dump.Append("document\n");
                break;
            case Scalar scalar:
                AppendScalar(dump, NameOf(scalar), scalar.Style.ToString(), scalar.Value);
                break;
            case AnchorAlias alias:
                dump.Append("alias ").Append(alias.Value.Value).Append('\n');
                break;
            case MappingStart start:
                dump.Append("{ ").Append(NameOf(start)).Append(start.Style == MappingStyle.Flow ? " flow\n" : " block\n");
                break;
            case MappingEnd:
                dump.Append("}\n");
                break;
            case SequenceStart start:
                dump.Append("[ ").Append(NameOf(start)).Append(start.Style == SequenceStyle.Flow ? " flow\n" : " block\n");
                break;
            case SequenceEnd:
                dump.Append("]\n");
                break;
        }
    }

    private static string NameOf(NodeEvent node) => node.Anchor.IsEmpty ? "" : node.Anchor.Value;

    private static void AppendScalar(StringBuilder dump, string? anchor, string style, string value) =>
        dump.Append("scalar ").Append(anchor).Append(' ').Append(style).Append(' ')
            .Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
}
