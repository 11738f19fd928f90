namespace Warder.Sessions.Results;

/// <summary>The tests of a suite, counted; of their names only the slowest and some that failed are kept.</summary>
public sealed class TestTally
{
    private const int MostFailures = 100;
    private const int MostSlow = 5;
    private readonly List<TestCase> _failures = [];
    private readonly PriorityQueue<TestCase, double> _slowest = new();

    /// <summary>How many passed.</summary>
    public int Passed { get; private set; }

    /// <summary>How many failed.</summary>
    public int Failed { get; private set; }

    /// <summary>How many broke.</summary>
    public int Errors { get; private set; }

    /// <summary>How many were left out.</summary>
    public int Skipped { get; private set; }

    /// <summary>How many there are.</summary>
    public int Total => Passed + Failed + Errors + Skipped;

    /// <summary>The first of those that failed or broke.</summary>
    public IReadOnlyList<TestCase> Failures => _failures;

    /// <summary>The slowest, the slowest first.</summary>
    public IReadOnlyList<TestCase> Slowest => [.. _slowest.UnorderedItems.Select(i => i.Element).OrderByDescending(c => c.Seconds).ThenBy(c => c.Name, StringComparer.Ordinal)];

    /// <summary>Counts a test.</summary>
    public void Add(TestCase test)
    {
        AddCounts(
            test.Outcome == TestOutcome.Passed ? 1 : 0,
            test.Outcome == TestOutcome.Failed ? 1 : 0,
            test.Outcome == TestOutcome.Error ? 1 : 0,
            test.Outcome == TestOutcome.Skipped ? 1 : 0);
        if (test.Outcome is TestOutcome.Failed or TestOutcome.Error && _failures.Count < MostFailures)
        {
            _failures.Add(test);
        }

        if (test.Outcome != TestOutcome.Skipped && test.Seconds > 0)
        {
            _slowest.Enqueue(test, test.Seconds);
            if (_slowest.Count > MostSlow)
            {
                _slowest.Dequeue();
            }
        }
    }

    /// <summary>Adds counts of tests whose names are not known.</summary>
    public void AddCounts(int passed, int failed, int errors, int skipped)
    {
        Passed += passed;
        Failed += failed;
        Errors += errors;
        Skipped += skipped;
    }
}
