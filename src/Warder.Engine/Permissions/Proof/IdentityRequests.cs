using Warder.Engine.Permissions.Programs;
using Warder.Engine.Permissions.Values;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Proof;

/// <summary>
/// Finds where a script or a program asks the platform for an identity token, which takes <c>id-token: write</c>: by the variables
/// that hold the address and the key of the service, or by the toolkit's function, as GitHub's documentation on OpenID Connect tells.
/// </summary>
internal static class IdentityRequests
{
    private const string Variables = "ACTIONS_ID_TOKEN_REQUEST_";
    private const string Function = "getIDToken";

    /// <summary>Where a text asks for a token; -1 where it does not.</summary>
    /// <param name="text">The text of a script or a program.</param>
    /// <param name="language">Its language.</param>
    public static int FindIn(string text, ScriptLanguage language)
    {
        if (!text.Contains(Variables, StringComparison.Ordinal) && !text.Contains(Function, StringComparison.Ordinal))
        {
            return -1;
        }

        var code = language is ScriptLanguage.JavaScript or ScriptLanguage.Python ? ProgramCode.Of(text, language) : text;
        var isProgram = language is not (ScriptLanguage.Shell or ScriptLanguage.Command or ScriptLanguage.PowerShell);
        var variable = Find(code, Variables, (before, _) => IsRead(before, isProgram));
        return variable >= 0 || language != ScriptLanguage.JavaScript ? variable : Find(code, Function, IsCall);
    }

    /// <summary>Charges the job where a text asks for a token.</summary>
    /// <param name="step">The step that runs it.</param>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language.</param>
    /// <param name="place">Where in the pipeline a range of the text stands.</param>
    public static void Visit(StepProof step, string text, ScriptLanguage language, Func<TextSpan, TextSpan> place)
    {
        if (FindIn(text, language) is >= 0 and var at)
        {
            var length = text.AsSpan(at).StartsWith(Variables) ? Variables.Length : Function.Length;
            step.Job.Charge(
                PossibleValue.Empty,
                Requirement.Of("id-token", GrantLevel.Write),
                holds: true,
                step.Reason(place(new TextSpan(at, length)), "asks the platform for an identity token", "documented"));
        }
    }

    /// <summary>Charges the job, as far as may be, where a file of the repository asks for a token: nothing says that it comes to that place.</summary>
    public static void VisitFile(StepProof step, string text, ScriptLanguage language, TextSpan place)
    {
        var doubt = step.Job.Doubt;
        step.Job.Doubt ??= "the program comes to it";
        Visit(step, text, language, _ => place);
        step.Job.Doubt = doubt;
    }

    private static int Find(string code, string name, Func<string, string, bool> isSign)
    {
        const int Around = 12;
        for (var at = code.IndexOf(name, StringComparison.Ordinal); at >= 0; at = code.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if (isSign(code[Math.Max(at - Around, 0)..at], code[end..Math.Min(end + Around, code.Length)]))
            {
                return at;
            }
        }

        return -1;
    }

    // The name alone may only say which variables to hide; a value is read behind one of these signs.
    private static bool IsRead(string before, bool isProgram) =>
        before is [.., '$' or '{' or '.' or ':'] || before.EndsWith("printenv ", StringComparison.Ordinal) || (isProgram && before is [.., '"' or '\'' or '`' or ' ']);

    private static bool IsCall(string before, string after) =>
        after.TrimStart() is ['(' or '?', ..] && !before.TrimEnd().EndsWith("function", StringComparison.Ordinal);
}
