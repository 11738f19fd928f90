using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Warder.Engine.Facts;

namespace Warder.Engine.Permissions.Commands;

/// <summary>What is known of commands by program and verb: of one program hundreds of commands may be known, and scripts repeat few.</summary>
internal sealed class CommandIndex
{
    private static readonly ConditionalWeakTable<CommandFacts, CommandIndex> Known = [];
    private readonly CommandFacts _facts;
    private readonly ConcurrentDictionary<(string Program, string? Verb), CommandFact[]> _byVerb = [];

    private CommandIndex(CommandFacts facts) => _facts = facts;

    /// <summary>The index over some facts.</summary>
    public static CommandIndex Of(CommandFacts facts) => Known.GetValue(facts, static f => new CommandIndex(f));

    /// <summary>The fact of most words that a command starts with; null where none is known.</summary>
    public CommandFact? Find(CommandLine line)
    {
        if (!_byVerb.TryGetValue((line.Program, line.Verb), out var facts))
        {
            facts = Gather(line.Program, line.Verb);
        }

        foreach (var fact in facts)
        {
            if (line.StartsWith(fact.Words))
            {
                return fact;
            }
        }

        return null;
    }

    private CommandFact[] Gather(string program, string? verb)
    {
        var all = _facts.Of(program);
        return all.Count == 0 ? [] : _byVerb[(program, verb)] = [.. all.Where(f => f.Words.Count == 1 || f.Words[1] == verb)];
    }
}
