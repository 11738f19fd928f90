namespace Warder.Engine.Facts;

/// <summary>What a secret's name tells of it.</summary>
/// <param name="Pattern">The pattern that fitted.</param>
/// <param name="Provider">Whose it is; <c>unknown</c> where the name does not say.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsSecret">False for identifiers, account names and app ids.</param>
public sealed record SecretName(NamePattern Pattern, string Provider, string Kind, bool IsSecret);
