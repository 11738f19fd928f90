namespace Warder.Syntax.PowerShell;

/// <summary>Where a variable lives.</summary>
public enum PowerShellVariableKind
{
    /// <summary>In the script: <c>$name</c>.</summary>
    Script,

    /// <summary>In the environment: <c>$env:NAME</c>.</summary>
    Environment,

    /// <summary>In the environment, asked for by a call: <c>[Environment]::GetEnvironmentVariable('NAME')</c>.</summary>
    EnvironmentCall,

    /// <summary>In the environment, as a path of the provider: <c>Get-Item Env:NAME</c>.</summary>
    EnvironmentPath,
}
