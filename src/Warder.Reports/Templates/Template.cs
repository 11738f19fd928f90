using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Fluid;
using Fluid.Parser;
using Fluid.Values;
using Warder.Engine.Exposure.Redaction;

namespace Warder.Reports.Templates;

/// <summary>A Liquid template over the model of a report. The names in it are those of the report's JSON.</summary>
public sealed class Template
{
    // Far more than any report needs, and few enough that a template which never ends is stopped within seconds.
    private const int MaxSteps = 2_000_000;
    private const int MaxRecursion = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly FluidParser Parser = new();
    private readonly string _name;
    private readonly string _text;
    private readonly IFluidTemplate _template;

    private Template(string name, string text, IFluidTemplate template)
    {
        _name = name;
        _text = text;
        _template = template;
    }

    /// <summary>Reads a template.</summary>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="TemplateException">It is broken; with line and column.</exception>
    public static Template Parse(string name, string text) =>
        TemplateLimits.TooDeepAt(text) is > 0 and var line ? throw new TemplateException(name, line, 1, "It nests deeper than 100 levels.")
        : Parser.TryParse(text, out var template, out var error) ? new Template(name, text, template)
        : throw Broken(name, error, cause: null);

    /// <summary>One of Warder's own.</summary>
    public static Template BuiltIn(string name) => Parse(name, BuiltInTemplates.Find(name) ?? throw new TemplateException($"There is no template '{name}'."));

    /// <summary>Renders it. Values of tokens that a model should not hold are hidden in the outcome as everywhere.</summary>
    /// <exception cref="TemplateException">It names what is not there, or does not end.</exception>
    public string Render(JsonObject model, TemplateSetting setting)
    {
        var options = new TemplateOptions
        {
            MaxSteps = MaxSteps,
            MaxRecursion = MaxRecursion,
            StrictFilters = true,
            FileProvider = new TemplateParts(n => setting.Parts(n) is { } part && TemplateLimits.TooDeepAt(part) == 0 ? part : null),
            CultureInfo = CultureInfo.InvariantCulture,
            TimeZone = TimeZoneInfo.Utc,
            Undefined = name => throw new UnknownNameException(name, model.Select(p => p.Key)),
        };
        var kept = new KeptPlaces(setting.Kept);
        TemplateFilters.AddTo(options.Filters, setting.Format, kept);
        var context = new TemplateContext(options);
        foreach (var (key, value) in model)
        {
            context.SetValue(key, ModelValue.Of(value));
        }

        try
        {
            return kept.Fill(Redactor.Known.Redact(InTime(() => _template.Render(context, EncoderOf(setting.Format)))));
        }
        catch (UnknownNameException wrong)
        {
            throw At(wrong.Name, isFilter: false, wrong.Message, wrong);
        }
        catch (ParseException wrong)
        {
            throw Broken(_name + ", in a part that it takes in", wrong.Message, wrong);
        }
        catch (FluidException wrong)
        {
            throw wrong.Message.Split('\'') is ["Undefined filter ", var filter, ..] ? At(filter, isFilter: true, $"There is no filter '{filter}'.", wrong) : new TemplateException(_name, 0, 0, Sentence(wrong.Message), wrong);
        }
        catch (FileNotFoundException wrong)
        {
            var part = wrong.FileName ?? wrong.Message;
            throw At(part.EndsWith(".liquid", StringComparison.Ordinal) ? part[..^".liquid".Length] : part, isFilter: false, $"There is no part '{part}'.", wrong);
        }
        catch (InvalidOperationException wrong) when (wrong.Message.StartsWith("The maximum", StringComparison.Ordinal))
        {
            throw new TemplateException(_name, 0, 0, "It takes too many steps: a loop of millions, or a part that takes itself in.", wrong);
        }
        catch (OutOfMemoryException wrong)
        {
            throw new TemplateException(_name, 0, 0, "It needs more memory than there is.", wrong);
        }
        catch (Exception wrong) when (wrong is NotSupportedException or InvalidOperationException or FormatException or ArgumentException or OverflowException or DivideByZeroException or InvalidCastException)
        {
            throw new TemplateException(_name, 0, 0, Sentence(wrong.Message), wrong);
        }
    }

    /// <summary>Filters count no steps: what takes too long is given up, and ends with the program.</summary>
    private string InTime(Func<string> render)
    {
        var work = Task.Run(render);
        return Task.WaitAny([work], Patience) == 0 ? work.GetAwaiter().GetResult() : throw new TemplateException(_name, 0, 0, "It takes longer than 20 seconds.");
    }

    private static TextEncoder EncoderOf(TemplateFormat format) => format switch
    {
        TemplateFormat.Html => new HtmlPageEncoder(),
        TemplateFormat.Markdown => new MarkdownEncoder(),
        _ => NullEncoder.Default,
    };

    /// <summary>The language does not say where an error met in rendering lies; the first place in the text that can be meant is told.</summary>
    private TemplateException At(string name, bool isFilter, string message, Exception cause)
    {
        var (line, column) = TemplatePlace.Of(_text, name, isFilter);
        return line > 0 ? new TemplateException(_name, line, column, message, cause) : new TemplateException(_name + ", or a part that it takes in", 0, 0, message, cause);
    }

    private static TemplateException Broken(string name, string error, Exception? cause) => TemplatePlace.In(error) is var (line, column, words)
        ? new TemplateException(name, line, column, Sentence(words), cause)
        : new TemplateException(name, 0, 0, Sentence(error.Split('\n')[0]), cause);

    private static string Sentence(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length > 0 && line[^1] is '.' or '!' or '?' ? line : line + ".";
    }
}
