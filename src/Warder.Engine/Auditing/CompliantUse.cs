using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Engine.Auditing;

/// <summary>A use of a registered token that nothing speaks against.</summary>
/// <param name="Use">The use.</param>
/// <param name="Entry">The token's entry.</param>
public sealed record CompliantUse(TokenUse Use, TokenEntry Entry);
