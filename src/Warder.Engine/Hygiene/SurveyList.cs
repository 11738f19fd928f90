namespace Warder.Engine.Hygiene;

/// <summary>A list that stops growing: a hostile tree must not fill the memory. How many were left out is counted.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class SurveyList<T>
{
    /// <summary>How many are kept.</summary>
    public const int Most = 1000;

    private readonly List<T> _items = [];

    /// <summary>Those that were kept, in the order of their finding.</summary>
    public IReadOnlyList<T> Items => _items;

    /// <summary>How many were found.</summary>
    public int Count { get; private set; }

    /// <summary>How many were found and not kept.</summary>
    public int LeftOut => Count - _items.Count;

    internal void Add(T item)
    {
        Count++;
        if (_items.Count < Most)
        {
            _items.Add(item);
        }
    }
}
