using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>A kind of file that can be fixed.</summary>
internal interface IFixSubject
{
    /// <summary>Reads a text of it and asks the fixers.</summary>
    FixContext Propose(SourceText source);

    /// <summary>Reads the YAML of a text.</summary>
    YamlTree Read(SourceText source);

    /// <summary>Why the second text is not the same thing as the first; null where it is.</summary>
    string? Difference(SourceText before, SourceText after);
}
