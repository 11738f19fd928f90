using Warder.Engine.Permissions.Values;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Proof;

/// <summary>
/// What a job may still need when its steps are done: a program that is not read may push, publish or ask for an identity,
/// and a grant in writing, or the program's own name, is a sign that it does.
/// </summary>
internal static class LeftOpen
{
    private static readonly string[] ReleaseWords = ["release", "publish", "deploy", "push", "bump"];

    public static void Settle(JobProof proof)
    {
        var registry = RegistryLogins.OfPlatform(proof);
        proof.Needs.MayUseGitCredential |= proof.Programs.Exists(p => !p.Git.IsEmpty);
        foreach (var program in proof.Programs)
        {
            var suggests = ReleaseWords.Any(w => program.Text.Contains(w, StringComparison.OrdinalIgnoreCase));
            if (program.Git.MayBeDefault && (suggests || IsGranted(proof, "contents")))
            {
                Add(proof, program.Git, "contents", GrantLevel.Write, program.Reason, "the program pushes with the credential of the checkout");
            }

            if (IsGranted(proof, "id-token"))
            {
                Add(proof, PossibleValue.DefaultToken, "id-token", GrantLevel.Write, program.Reason, "the program asks for an identity token");
            }

            if (registry.MayBeDefault && (suggests || IsGranted(proof, "packages")))
            {
                Add(proof, registry, "packages", GrantLevel.Write, program.Reason, "the program pushes to the registry");
            }
        }

        SettleLogin(proof, registry);
    }

    /// <summary>A login to the platform's registry of which no push or pull is seen still pulls, most likely.</summary>
    private static void SettleLogin(JobProof proof, PossibleValue registry)
    {
        if (registry.MayBeDefault && !proof.Needs.Default.All.Any(n => n.Permission == "packages"))
        {
            proof.Charge(
                registry,
                Requirement.Of("packages", GrantLevel.Read),
                holds: null,
                new NeedReason(proof.Needs.Path, new Syntax.LinePosition(1, 1), Step: null, "the job logs in to the platform's registry", "inferred", "an image is pulled from there", []));
        }
    }

    private static bool IsGranted(JobProof proof, string permission) =>
        proof.Granted is { Form: PermissionForm.Map } granted && granted.LevelOf(permission) == GrantLevel.Write;

    private static void Add(JobProof proof, PossibleValue holder, string permission, GrantLevel level, NeedReason reason, string condition) =>
        proof.Charge(holder, Requirement.Of(permission, level), holds: null, reason with { Condition = condition });
}
