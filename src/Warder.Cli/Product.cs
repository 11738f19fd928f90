using System.Reflection;

namespace Warder.Cli;

/// <summary>What the program calls itself.</summary>
internal static class Product
{
    /// <summary>The version without build metadata.</summary>
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
