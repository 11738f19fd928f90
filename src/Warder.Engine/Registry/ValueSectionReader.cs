using System.Globalization;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Registry;

/// <summary>Reads the sections that hold values and no tokens: <c>hierarchy</c>, <c>compliance</c> and <c>metadata</c>.</summary>
internal static class ValueSectionReader
{
    public static void Read(RegistryDraft draft, YamlEntry section, Dictionary<string, RegistryField> into, string[] known)
    {
        if (MappingFields.IsNull(section.Value))
        {
            return;
        }

        if (section.Value.AsMapping() is not { } mapping)
        {
            draft.Invalid(section.Value.Span, $"`{section.KeyText}` must be a mapping, not {RegistryDraft.Word(section.Value)}");
            return;
        }

        foreach (var entry in MappingFields.Of(mapping))
        {
            if (entry.KeyText is not { } key)
            {
                continue;
            }

            if (Array.IndexOf(known, key) < 0 && Spelling.Nearest(key, known) is { } near)
            {
                draft.Invalid(entry.Key.Span, $"`{section.KeyText}` has no key `{key}`", $"Did you mean `{near}`?");
            }

            if (entry.Value.AsScalar() is { } scalar)
            {
                into.TryAdd(key, new RegistryField(scalar.Value.Trim(), scalar.Span, entry.Key.Span));
                CheckNumber(draft, key, scalar);
            }
        }
    }

    public static void ReadHierarchy(RegistryDraft draft, YamlEntry section)
    {
        if (MappingFields.IsNull(section.Value))
        {
            return;
        }

        if (section.Value.AsMapping() is not { } groups)
        {
            draft.Invalid(section.Value.Span, $"`hierarchy` must be a mapping of groups, not {RegistryDraft.Word(section.Value)}");
            return;
        }

        foreach (var group in MappingFields.Of(groups))
        {
            if (group.KeyText is { } name)
            {
                ReadGroup(draft, name, group);
            }
        }
    }

    private static void ReadGroup(RegistryDraft draft, string name, YamlEntry group)
    {
        switch (group.Value.Resolve())
        {
            case YamlMapping roles:
                foreach (var role in MappingFields.Of(roles))
                {
                    ReadRole(draft, name, role);
                }

                break;
            case YamlSequence list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    AddLink(draft, name, (i + 1).ToString(CultureInfo.InvariantCulture), list.Items[i]);
                }

                break;
            case YamlScalar:
                AddLink(draft, name, name, group.Value);
                break;
        }
    }

    private static void ReadRole(RegistryDraft draft, string group, YamlEntry role)
    {
        if (role.KeyText is not { } name)
        {
            return;
        }

        if (role.Value.AsSequence() is { } several)
        {
            foreach (var item in several.Items)
            {
                AddLink(draft, group, name, item);
            }
        }
        else
        {
            AddLink(draft, group, name, role.Value);
        }
    }

    private static void AddLink(RegistryDraft draft, string group, string role, YamlNode node)
    {
        if (MappingFields.IsNull(node))
        {
            return;
        }

        if (node.AsScalar() is { } scalar)
        {
            draft.Hierarchy.Add(new HierarchyLink(group, role, scalar.Value.Trim(), scalar.Span));
        }
        else
        {
            draft.Invalid(node.Span, $"A role of `hierarchy` must name a token, not {RegistryDraft.Word(node)}");
        }
    }

    private static void CheckNumber(RegistryDraft draft, string key, YamlScalar scalar)
    {
        if (key.EndsWith("_tokens", StringComparison.Ordinal)
            && Array.IndexOf(RegistryKeys.MetadataFields, key) >= 0
            && !int.TryParse(scalar.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            draft.Invalid(scalar.Span, $"`{key}` must be a number of tokens");
        }
    }
}
