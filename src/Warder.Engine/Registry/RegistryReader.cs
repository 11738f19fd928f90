using Warder.Syntax;

namespace Warder.Engine.Registry;

/// <summary>Reads a registry file.</summary>
public static class RegistryReader
{
    /// <summary>Reads what can be read; never throws for bad input.</summary>
    public static TokenRegistry Read(SourceText source) => throw new NotSupportedException("pending");
}
