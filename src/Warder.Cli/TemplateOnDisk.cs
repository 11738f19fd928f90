using System.Text;
using System.Text.Json.Nodes;
using Warder.Reports.Templates;

namespace Warder.Cli;

/// <summary>Renders a template that the user wrote.</summary>
internal static class TemplateOnDisk
{
    private const long MaxBytes = 4 * 1024 * 1024;
    private const string Extension = ".liquid";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Renders it. It can take in Warder's own parts and the files beside it.</summary>
    /// <exception cref="OutputError">It cannot be read or rendered.</exception>
    public static string Render(string path, JsonObject model)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        try
        {
            return Template.Parse(path, Read(path)).Render(model, new TemplateSetting { Format = FormatOf(path), Parts = name => PartOf(folder, name) });
        }
        catch (TemplateException wrong)
        {
            throw new OutputError(wrong.Message, wrong);
        }
    }

    /// <summary>How a template's text is escaped, by its name.</summary>
    public static TemplateFormat FormatOf(string path)
    {
        var name = path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? path[..^Extension.Length] : path;
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".HTML" or ".HTM" => TemplateFormat.Html,
            ".MD" or ".MARKDOWN" => TemplateFormat.Markdown,
            _ => TemplateFormat.Text,
        };
    }

    /// <summary>A file beside the template, else a part of Warder's own. A part that lies elsewhere is none.</summary>
    private static string? PartOf(string folder, string name)
    {
        var isPlain = name.Length > 0 && name.Split('/').All(p => p.Length > 0 && p[0] != '.') && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/');
        if (!isPlain)
        {
            return null;
        }

        var own = Path.Join(folder, name + Extension);
        if (!File.Exists(own))
        {
            return BuiltInTemplates.Find(name);
        }

        OutputFile.RefuseLinks(folder, name + Extension);
        return Read(own);
    }

    private static string Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw new OutputError($"{path}: There is no such file.");
            }

            return file.Length > MaxBytes ? throw new OutputError($"{path} is larger than 4 MB.") : Strict.GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException wrong)
        {
            throw new OutputError($"{path} is not UTF-8.", wrong);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new OutputError($"{path} cannot be read: {wrong.Message}", wrong);
        }
    }
}
