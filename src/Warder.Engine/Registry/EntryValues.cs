using Warder.Syntax.Yaml;

namespace Warder.Engine.Registry;

/// <summary>The typed fields of an entry while it is read.</summary>
internal sealed class EntryValues
{
    public IReadOnlyList<DeclaredPermission>? Permissions { get; private set; }

    public IReadOnlyList<AuthorizedPath>? Workflows { get; private set; }

    public IReadOnlyList<AuthorizedPath>? Scripts { get; private set; }

    public bool Restricted { get; private set; }

    public RiskLevel? Risk { get; private set; }

    public DateOnly? Created { get; private set; }

    public DateOnly? Rotated { get; private set; }

    public DateOnly? Expires { get; private set; }

    public int? RotationDays { get; private set; }

    public DateOnly? DeprecationDate { get; private set; }

    /// <summary>Reads a field; false where it is none of these. A scalar's text is kept among the fields, for its place.</summary>
    public bool TryRead(RegistryDraft draft, YamlEntry entry, string key, Dictionary<string, RegistryField> fields)
    {
        switch (key)
        {
            case "permissions":
                Permissions = PermissionReader.Read(draft, entry);
                break;
            case "authorized_workflows":
                Workflows = AuthorizedPathReader.Read(draft, entry, areWorkflows: true);
                break;
            case "authorized_scripts":
                Scripts = AuthorizedPathReader.Read(draft, entry, areWorkflows: false);
                break;
            case "restricted":
                Restricted = FieldValues.Flag(draft, entry, key);
                break;
            case "risk":
                Risk = FieldValues.Risk(draft, entry);
                break;
            case "created":
                Created = FieldValues.Date(draft, entry, key);
                break;
            case "rotated":
                Rotated = FieldValues.Date(draft, entry, key);
                break;
            case "expires":
                Expires = FieldValues.Date(draft, entry, key);
                break;
            case "rotation_days":
                RotationDays = FieldValues.Days(draft, entry, key);
                break;
            case "deprecation_date":
                DeprecationDate = FieldValues.Date(draft, entry, key);
                break;
            default:
                return false;
        }

        if (!MappingFields.IsNull(entry.Value))
        {
            var scalar = entry.Value.AsScalar();
            fields.TryAdd(key, new RegistryField(scalar?.Value.Trim() ?? "", scalar?.Span ?? entry.Value.Span, entry.Key.Span));
        }

        return true;
    }
}
