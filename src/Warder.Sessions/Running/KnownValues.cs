using System.Text;

namespace Warder.Sessions.Running;

/// <summary>Values that must not be shown though nothing in their looks says so: those that the environment holds under a secret's name.</summary>
public sealed class KnownValues
{
    private const int Shortest = 8;
    private static readonly string[] Endings = ["TOKEN", "SECRET", "PASSWORD", "PASSWD", "_KEY", "APIKEY", "_PAT", "CREDENTIALS"];
    private readonly byte[][] _values;

    private KnownValues(IEnumerable<string> values) =>
        _values = [.. values.SelectMany(v => v.Split(['\n', '\r'])).Select(v => v.Trim()).Where(v => v.Length >= Shortest && v.Any(c => c != v[0])).Distinct(StringComparer.Ordinal).OrderByDescending(v => v.Length).Select(Encoding.UTF8.GetBytes)];

    /// <summary>The longest of them, longest first.</summary>
    internal IReadOnlyList<byte[]> Values => _values;

    /// <summary>None.</summary>
    public static KnownValues None { get; } = new([]);

    /// <summary>The values of the registered tokens, and of variables whose name says that they hold a secret.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="registered">Names of the registered tokens.</param>
    public static KnownValues In(IReadOnlyDictionary<string, string> environment, IEnumerable<string> registered)
    {
        var names = new HashSet<string>(registered, StringComparer.OrdinalIgnoreCase);
        return new KnownValues(environment.Where(v => names.Contains(v.Key) || (Endings.Any(e => v.Key.EndsWith(e, StringComparison.OrdinalIgnoreCase)) && !Path.IsPathRooted(v.Value))).Select(v => v.Value));
    }
}
