using Warder.Engine.Facts;
using Warder.Engine.Registry;
using static Warder.Reports.Documents.DocumentWords;

namespace Warder.Reports.Documents;

/// <summary>What the matrix says of one token.</summary>
internal static class TokenSection
{
    private const int MaxPlaces = 6;

    public static void Add(DocumentPage page, RegistryOverview overview, TokenFacts token)
    {
        page.Heading(3, token.Entry.Name, isCode: true);
        if ((token.Entry["purpose"] ?? token.Entry["role"] ?? token.Entry["reason"]) is { } words)
        {
            page.Paragraph(words);
        }

        page.Table($"About {token.Entry.Name}", ["Field", "Value"], About(overview, token));
        AddPermissions(page, overview, token);
        AddPlaces(page, token);
        AddNotes(page, overview, token);
        page.Kept($"notes-{DocumentPage.IdOf(token.Entry.Name)}");
    }

    private static List<IReadOnlyList<Rich>> About(RegistryOverview overview, TokenFacts token)
    {
        var entry = token.Entry;
        List<IReadOnlyList<Rich>> rows = [["Standing", Badge(entry.Status)]];
        if (token.Risk is not null || entry.Status == TokenStatus.Registered)
        {
            rows.Add(["Risk", RiskLine(token, overview.Result.Repository.Facts.Scopes)]);
        }

        if (entry.Status != TokenStatus.Registered)
        {
            rows.Add(["Use instead", TextOr(entry.Instead)]);
            rows.Add(["Why", TextOr(entry["reason"])]);
            AddWhere(rows, "Deprecated since", entry.DeprecationDate is { } since ? Day(since) : null);
            return rows;
        }

        AddWhere(rows, "Role", entry["role"]);
        rows.Add(["Bot identity", TextOr(entry.BotIdentity)]);
        rows.Add(["Owner", OwnerLine(entry)]);
        AddWhere(rows, "Kind", Joined(entry["kind"], entry["provider"]));
        AddWhere(rows, "Classification", entry["classification"]);
        AddWhere(rows, "Stored as", entry["storage"]);
        AddWhere(rows, "Environment", entry.Environment);
        AddWhere(rows, "Reaches", entry["blast_radius"]);
        if (entry.Restricted)
        {
            rows.Add(["Restricted", "yes: no run that strangers can start may reach it"]);
        }

        rows.Add(["Expires", entry.Expires is { } end ? Day(end) : Nothing]);
        rows.Add(["Rotation", Rotation(overview, entry)]);
        AddWhere(rows, "Runbook", entry["runbook"]);
        AddWhere(rows, "Remarks", Joined(entry["description"], entry["notes"]));
        return rows;
    }

    private static string? Joined(string? first, string? second) => first is null || second is null ? first ?? second : $"{first}, {second}";

    private static void AddWhere(List<IReadOnlyList<Rich>> rows, string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            rows.Add([name, text]);
        }
    }

    private static Rich OwnerLine(TokenEntry entry) =>
        entry["backup_owner"] is { } backup ? (Rich)$"{TextOr(entry["owner"])}; in their absence {backup}" : TextOr(entry["owner"]);

    private static Rich RiskLine(TokenFacts token, PermissionScopes scopes)
    {
        if (token.Because is not { } because)
        {
            return token.Entry.Risk is null
                ? "not known: no permission that Warder knows is declared"
                : (Rich)$"{Risk(token.Entry.Risk)}, as declared; no permission that Warder knows is declared";
        }

        Rich line = $"{Risk(token.Risk)}: {Worst(because, scopes)}";
        return token.Entry.Risk switch
        {
            { } declared when declared < token.Implied => $"{line}. The registry declares {Risk(declared)}, which is too low",
            { } declared when declared > token.Implied => $"{Risk(declared)}, as declared; by its permissions alone {Risk(token.Implied)}: {Worst(because, scopes)}",
            _ => line,
        };
    }

    private static Rich Rotation(RegistryOverview overview, TokenEntry entry)
    {
        var days = entry.RotationDays ?? RiskModel.RotationDays(entry, overview.Result.Repository.Facts.Scopes, overview.Policy.RotationDays);
        Rich line = $"every {days} days, {(entry.RotationDays is null ? "by its risk" : "as declared")}";
        return (entry.Rotated ?? entry.Created) is { } last
            ? (Rich)$"{line}; {(entry.Rotated is null ? "made" : "last replaced")} {Day(last)}, so due {Due(last, days)}"
            : $"{line}; when it was last replaced is not declared";
    }

    private static string Due(DateOnly last, int days) =>
        days > DateOnly.MaxValue.DayNumber - last.DayNumber ? "never" : Day(last.AddDays(days));

    private static void AddPermissions(DocumentPage page, RegistryOverview overview, TokenFacts token)
    {
        if (token.Entry.Permissions is not { Count: > 0 } permissions)
        {
            if (token.Entry.Status == TokenStatus.Registered)
            {
                page.Paragraph("No permissions are declared: nobody has said what it may do.");
            }

            return;
        }

        page.Heading(4, "Permissions");
        page.Table($"Permissions of {token.Entry.Name}", ["Permission", "What it allows", "Risk"],
        [
            .. permissions.Select(p =>
            {
                var (does, risk) = Of(p, overview.Result.Repository.Facts.Scopes);
                return (IReadOnlyList<Rich>)[Code(p.Text), does, Risk(risk is { } level ? RiskModel.OnScaleOf(overview.Registry, level) : null)];
            }),
        ]);
    }

    private static void AddPlaces(DocumentPage page, TokenFacts token)
    {
        page.Heading(4, "Where it may be used, and where it is");
        if (token.Places.Count == 0)
        {
            page.Paragraph(token.Entry.Status == TokenStatus.Registered
                ? "No place is authorised, and no use was found."
                : "No use was found.");
            return;
        }

        page.Table($"Places of {token.Entry.Name}", ["File", "Jobs", "Uses", "Standing"],
        [
            .. token.Places.Select(p => (IReadOnlyList<Rich>)
            [
                Code(p.Path), Rich.Join(", ", p.Jobs.Select(j => (Rich)Code(j))), Count(p), Badge(p.State),
            ]),
        ]);
        if (token.Uses + token.Unwritten == 0)
        {
            page.Paragraph("No use was found. A token that nobody uses is one that nobody misses when it is stolen.");
        }
    }

    private static Rich Count(TokenPlace place) => (place.Uses, place.Unwritten) switch
    {
        (0, 0) => "none",
        (var uses, 0) => $"{uses}",
        (0, var unwritten) => $"{unwritten} unwritten",
        var (uses, unwritten) => $"{uses}, and {unwritten} unwritten",
    };

    private static void AddNotes(DocumentPage page, RegistryOverview overview, TokenFacts token)
    {
        List<Rich> notes = [.. token.Notes.Select(NoteLine)];
        notes.AddRange(overview.Policy.Exceptions
            .Where(e => string.Equals(e.Token, token.Entry.Name, StringComparison.OrdinalIgnoreCase))
            .Select(e => (Rich)$"Tolerated until {Day(e.Expires)}: {Code(e.Rule)}, {e.Owner} answers for it"));
        if (notes.Count > 0)
        {
            page.Heading(4, "Security notes");
            page.Bullets(notes);
        }
    }

    private static Rich NoteLine(TokenNote note)
    {
        Rich line = $"{Badge(note.Severity)}: {note.Rule.Title} ({Code(note.Rule.Slug)})";
        if (note.Places.Count == 0)
        {
            return line;
        }

        var places = Rich.Join(", ", note.Places.Take(MaxPlaces).Select(p => (Rich)Code(p)));
        return note.Places.Count > MaxPlaces ? (Rich)$"{line}: {places} and {note.Places.Count - MaxPlaces} more" : $"{line}: {places}";
    }
}
