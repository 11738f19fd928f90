namespace Warder.Reports.Templates;

/// <summary>A template that cannot be read or rendered.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>With what is wrong.</summary>
    public TemplateException(string message)
        : base(message)
    {
    }

    /// <summary>With what is wrong and where.</summary>
    /// <param name="template">The template's name.</param>
    /// <param name="line">The line, from 1; 0 where it is not known.</param>
    /// <param name="column">The column, from 1; 0 where it is not known.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="cause">Where it comes from.</param>
    public TemplateException(string template, int line, int column, string message, Exception? cause = null)
        : base(line > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{template}:{line}:{column}: {message}") : $"{template}: {message}", cause)
    {
    }

    /// <summary>Without a word.</summary>
    public TemplateException()
    {
    }

    /// <summary>With what is wrong and where it comes from.</summary>
    public TemplateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
