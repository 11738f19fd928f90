using Warder.Syntax;

namespace Warder.Pipelines.Scripts;

/// <summary>A place where a script reads a variable of its environment, whether it holds a token or not.</summary>
internal sealed class EnvironmentRead
{
    public EnvironmentRead(string name, TextSpan span, string? consumer = null)
    {
        Name = name;
        Span = span;
        Consumer = consumer;
    }

    public string Name { get; }

    public TextSpan Span { get; }

    public string? Consumer { get; }

    /// <summary>The read that takes over when this one gives nothing.</summary>
    public EnvironmentRead? Next { get; set; }

    /// <summary>Anything else that takes over when this one gives nothing.</summary>
    public TextSpan? Rest { get; set; }

    /// <summary>Whether <see cref="Rest"/> is a literal.</summary>
    public bool IsRestLiteral { get; set; }

    /// <summary>Whether it takes over from another read.</summary>
    public bool IsAlternative { get; set; }

    /// <summary>Says what takes over.</summary>
    public void FallBackTo(EnvironmentRead next)
    {
        if (next != this && !next.IsAlternative && Next is null)
        {
            Next = next;
            next.IsAlternative = true;
        }
    }
}
