namespace Warder.Cli;

/// <summary>What the terminal can show.</summary>
internal static class Terminal
{
    private const int WidthWithoutTerminal = 100;
    private const int MinWidth = 40;
    private const int MaxWidth = 160;

    /// <summary>How many columns results may take.</summary>
    public static int Width
    {
        get
        {
            if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var given) && given > 0)
            {
                return Math.Clamp(given, MinWidth, MaxWidth);
            }

            if (Console.IsOutputRedirected)
            {
                return WidthWithoutTerminal;
            }

            try
            {
                return Console.WindowWidth > 0 ? Math.Clamp(Console.WindowWidth, MinWidth, MaxWidth) : WidthWithoutTerminal;
            }
            catch (IOException)
            {
                return WidthWithoutTerminal;
            }
        }
    }

    /// <summary>Whether to colour: <c>always</c>, <c>never</c>, or by NO_COLOR, FORCE_COLOR, TERM and the terminal.</summary>
    public static bool Color(string? wish) => wish switch
    {
        "always" => true,
        "never" => false,
        _ => !IsSet("NO_COLOR") && Environment.GetEnvironmentVariable("TERM") != "dumb" && (IsForced() || !Console.IsOutputRedirected),
    };

    /// <summary>Whether signs outside ASCII would come out broken.</summary>
    public static bool Ascii => Environment.GetEnvironmentVariable("TERM") is "dumb" or "linux" || IsAsciiLocale();

    private static bool IsForced() => IsSet("FORCE_COLOR") && Environment.GetEnvironmentVariable("FORCE_COLOR") is not ("0" or "false");

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    private static bool IsAsciiLocale()
    {
        var locale = First("LC_ALL", "LC_CTYPE", "LANG");
        return locale is "C" or "POSIX" && !OperatingSystem.IsWindows();
    }

    private static string? First(params ReadOnlySpan<string> variables)
    {
        foreach (var variable in variables)
        {
            if (IsSet(variable))
            {
                return Environment.GetEnvironmentVariable(variable);
            }
        }

        return null;
    }
}
