using System.Text.Json;
using Warder.Engine.Policy;
using Warder.Engine.Registry;
using Warder.Testing;

namespace Warder.Engine.Tests.Registry;

/// <summary>Holds the published schemas against the words that the readers know, both ways.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void Registry_schema_has_the_fields_of_an_entry() =>
        Keys(Registry(), "$defs", "entry", "properties").ShouldBe(RegistryKeys.EntryFields, ignoreOrder: true);

    [Fact]
    public void Registry_schema_has_the_sections() =>
        Keys(Registry(), "properties").ShouldBe([.. RegistryKeys.Sections, .. RegistryKeys.RootValues], ignoreOrder: true);

    [Fact]
    public void Registry_schema_has_the_keys_of_metadata_and_compliance()
    {
        Keys(Registry(), "properties", "metadata", "properties").ShouldBe(RegistryKeys.MetadataFields, ignoreOrder: true);
        Keys(Registry(), "properties", "compliance", "properties").ShouldBe(RegistryKeys.ComplianceFields, ignoreOrder: true);
    }

    [Fact]
    public void Registry_schema_has_the_words_of_enumerations()
    {
        var entry = Registry().GetProperty("$defs").GetProperty("entry").GetProperty("properties");
        Texts(entry.GetProperty("kind").GetProperty("enum")).ShouldBe(RegistryKeys.Kinds.Keys, ignoreOrder: true);
        Texts(entry.GetProperty("risk").GetProperty("examples")).ShouldBe(RegistryKeys.Risks);
        Texts(entry.GetProperty("status").GetProperty("examples")).ShouldBe(RegistryKeys.Statuses.Keys, ignoreOrder: true);
        Texts(entry.GetProperty("classification").GetProperty("examples")).Select(t => t.ToLowerInvariant().Replace('_', '-'))
            .ShouldBe(RegistryKeys.Classifications);
    }

    [Fact]
    public void Every_text_field_is_a_field() => RegistryKeys.TextFields.ShouldBeSubsetOf(RegistryKeys.EntryFields);

    [Fact]
    public void Policy_schema_has_the_keys_of_the_policy()
    {
        var policy = Schema("policy");
        Keys(policy, "properties").ShouldBe(PolicyKeys.Root, ignoreOrder: true);
        Keys(policy, "$defs", "exception", "properties").ShouldBe(PolicyKeys.Exception, ignoreOrder: true);
        Texts(policy.GetProperty("$defs").GetProperty("exception").GetProperty("required")).ShouldBe(PolicyKeys.RequiredInException, ignoreOrder: true);
        Keys(policy, "properties", "facts", "properties").ShouldBe(PolicyKeys.Facts, ignoreOrder: true);
        Keys(policy, "properties", "scripts", "properties").ShouldBe(PolicyKeys.Scripts, ignoreOrder: true);
        Keys(policy, "properties", "documents", "properties").ShouldBe(PolicyKeys.Documents, ignoreOrder: true);
        Keys(policy, "properties", "potato", "properties").ShouldBe(PolicyKeys.Potato, ignoreOrder: true);
        Keys(policy, "properties", "guard", "properties").ShouldBe(PolicyKeys.Guard, ignoreOrder: true);
        Keys(policy, "properties", "generated-docs", "properties").ShouldBe(PolicyKeys.GeneratedDocs, ignoreOrder: true);
        Keys(policy, "properties", "artifacts", "properties").ShouldBe(PolicyKeys.Artifacts, ignoreOrder: true);
        Keys(policy, "properties", "artifacts", "properties", "suites", "items", "properties").ShouldBe(PolicyKeys.Suite, ignoreOrder: true);
        Keys(policy, "properties", "rotation", "properties").ShouldBe(RegistryKeys.Risks, ignoreOrder: true);
    }

    [Fact]
    public void Policy_schema_has_the_words_of_enumerations()
    {
        var policy = Schema("policy");
        Texts(policy.GetProperty("properties").GetProperty("default-token").GetProperty("enum")).ShouldBe(PolicyKeys.DefaultToken);
        Texts(policy.GetProperty("$defs").GetProperty("rule").GetProperty("properties").GetProperty("severity").GetProperty("enum")).ShouldBe(PolicyKeys.Severities);
        Texts(policy.GetProperty("$defs").GetProperty("field").GetProperty("enum")).ShouldBe(RegistryKeys.EntryFields, ignoreOrder: true);
        PolicyKeys.DefaultToken.Length.ShouldBe(Enum.GetValues<DefaultTokenPolicy>().Length);
    }

    [Theory]
    [InlineData("token-registry")]
    [InlineData("policy")]
    public void Every_property_says_what_it_is(string schema)
    {
        var silent = new List<string>();
        Visit(Schema(schema), "", silent);
        silent.ShouldBeEmpty();
    }

    private static void Visit(JsonElement node, string path, List<string> silent)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                Visit(item, path, silent);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in node.EnumerateObject())
            {
                if (property.Name == "properties")
                {
                    silent.AddRange(property.Value.EnumerateObject().Where(p => !p.Value.TryGetProperty("description", out _)).Select(p => $"{path}/{p.Name}"));
                }

                Visit(property.Value, $"{path}/{property.Name}", silent);
            }
        }
    }

    private static JsonElement Registry() => Schema("token-registry");

    private static JsonElement Schema(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("docs", "schema", $"{name}.schema.json")));
        return document.RootElement.Clone();
    }

    private static List<string> Keys(JsonElement root, params string[] path)
    {
        foreach (var step in path)
        {
            root = root.GetProperty(step);
        }

        return [.. root.EnumerateObject().Select(p => p.Name)];
    }

    private static List<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(i => i.GetString()!)];
}
