using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>One permission written for the default token.</summary>
/// <param name="Permission">As the platform spells it: <c>pull-requests</c>.</param>
/// <param name="Level">The level, or null where the platform does not know the word written.</param>
/// <param name="LevelText">The level as written.</param>
/// <param name="PermissionSpan">Where the permission is written.</param>
/// <param name="LevelSpan">Where the level is written.</param>
public sealed record Grant(string Permission, GrantLevel? Level, string LevelText, TextSpan PermissionSpan, TextSpan LevelSpan);
