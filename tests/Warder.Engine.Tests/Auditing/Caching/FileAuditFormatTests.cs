using System.Collections;
using System.Reflection;
using System.Text;
using Warder.Engine.Auditing;
using Warder.Engine.Auditing.Caching;
using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Pipelines;
using Warder.Pipelines.Scripts;

namespace Warder.Engine.Tests.Auditing.Caching;

/// <summary>Whatever is found in a file comes back from the cache as it was, a property that is new as well.</summary>
public sealed class FileAuditFormatTests
{
    // What is not written: what a file with it is not kept for, what is read anew, and what follows from the rest.
    private static readonly string[] NotWritten = ["Diagnostics", "Permissions", "Suppressions", "Gathered", "Persona"];
    private static readonly Rule Rule = RuleCatalogue.All[0];
    private int _next = 1;

    [Fact]
    public void Every_property_comes_back()
    {
        var audit = (FileAudit)Fill(typeof(FileAudit))!;
        var told = Tell(audit);
        told.ShouldContain("Related");
        told.ShouldContain("IsConditional: True");

        var writer = new CacheWriter();
        FileAuditFormat.TryWrite(writer, audit).ShouldBeTrue();
        Tell(Read(writer, audit.Path)).ShouldBe(told);
    }

    [Fact]
    public void What_is_not_there_is_not_there_again()
    {
        var audit = new FileAudit { Path = "a.yml" };
        var writer = new CacheWriter();
        FileAuditFormat.TryWrite(writer, audit).ShouldBeTrue();
        Tell(Read(writer, audit.Path)).ShouldBe(Tell(audit));
    }

    [Fact]
    public void Uses_of_one_chain_share_it()
    {
        var chain = (FallbackChain)Fill(typeof(FallbackChain))!;
        var use = (TokenUse)Fill(typeof(TokenUse))!;
        var audit = new FileAudit { Path = "a.yml", Uses = [use with { Chain = chain }, use, use with { Chain = chain }] };
        var writer = new CacheWriter();
        FileAuditFormat.TryWrite(writer, audit).ShouldBeTrue();
        var uses = Read(writer, audit.Path).Uses;
        uses[2].Chain.ShouldBeSameAs(uses[0].Chain);
        uses[1].Chain.ShouldNotBeSameAs(uses[0].Chain);
    }

    [Fact]
    public void A_file_with_a_problem_is_not_kept()
    {
        var audit = new FileAudit { Path = "a.yml" };
        audit.Diagnostics.Add(new Diagnostic("unreadable-file", "It cannot be read.", "a.yml"));
        FileAuditFormat.TryWrite(new CacheWriter(), audit).ShouldBeFalse();
    }

    private static FileAudit Read(CacheWriter writer, string path) => FileAuditFormat.Read(
        new CacheReader(writer.Written), path, repository: null!, new Dictionary<string, Rule>(StringComparer.Ordinal) { [Rule.Descriptor.Slug] = Rule }, _ => []);

    /// <summary>An object each of whose properties is other than what it is where nobody sets it.</summary>
    private object? Fill(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (inner == typeof(string))
        {
            return $"text {_next++} ü";
        }

        if (inner == typeof(int))
        {
            return _next++;
        }

        if (inner == typeof(bool))
        {
            return true;
        }

        if (inner.IsEnum)
        {
            return Enum.GetValues(inner).Cast<object>().Last();
        }

        if (inner == typeof(RuleDescriptor))
        {
            return Rule.Descriptor;
        }

        if (inner == typeof(ScriptCall))
        {
            return new ScriptCall((string)Fill(typeof(string))!, new Dictionary<string, TokenReference>(StringComparer.Ordinal) { ["KEY"] = TokenReference.Named("other") });
        }

        if (inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var list = Array.CreateInstance(inner.GenericTypeArguments[0], 2);
            list.SetValue(Fill(inner.GenericTypeArguments[0]), 0);
            list.SetValue(Fill(inner.GenericTypeArguments[0]), 1);
            return list;
        }

        return Make(inner);
    }

    private object Make(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault(c => !c.GetParameters().Any(p => p.ParameterType == type));
        var parameters = constructor?.GetParameters() ?? [];
        var made = constructor is null ? Activator.CreateInstance(type)! : constructor.Invoke([.. parameters.Select(p => Fill(p.ParameterType))]);
        foreach (var property in PropertiesOf(type).Where(p => p.CanWrite && !parameters.Any(q => q.Name == p.Name)))
        {
            property.SetValue(made, Fill(property.PropertyType));
        }

        return made;
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && !NotWritten.Contains(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal);

    private static string Tell(object? value)
    {
        var told = new StringBuilder();
        Tell(value, told, "\n");
        return told.ToString();
    }

    private static void Tell(object? value, StringBuilder told, string line)
    {
        switch (value)
        {
            case null or string or bool or int or Enum or RuleDescriptor:
                told.Append(value is RuleDescriptor rule ? rule.Slug : value ?? "nothing");
                break;
            case IEnumerable list:
                foreach (var item in list)
                {
                    Tell(item, told.Append(line).Append("- "), line + "  ");
                }

                break;
            default:
                foreach (var property in PropertiesOf(value.GetType()))
                {
                    Tell(property.GetValue(value), told.Append(line).Append(property.Name).Append(": "), line + "  ");
                }

                break;
        }
    }
}
