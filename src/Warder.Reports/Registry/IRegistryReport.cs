using Warder.Engine.Registry;

namespace Warder.Reports.Registry;

/// <summary>Tells what a registry holds.</summary>
public interface IRegistryReport
{
    /// <summary>Writes the entries in the order of the file.</summary>
    void Write(TokenRegistry registry, ReportOptions options, TextWriter output);
}
