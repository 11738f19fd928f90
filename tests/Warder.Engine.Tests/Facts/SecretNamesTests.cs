using Warder.Engine.Facts;

namespace Warder.Engine.Tests.Facts;

/// <summary>Which names are those of identifiers, which need not be secret.</summary>
public sealed class SecretNamesTests
{
    [Theory]
    [InlineData("DOCKER_HUB_USERNAME_CI")]
    [InlineData("AZURE_STORAGE_CONTAINER_NAME")]
    [InlineData("TELEMETRY_DEPLOY_SERVICE_ID")]
    [InlineData("CARGO_AUDIT_OPTIONS")]
    [InlineData("GIT_NAME")]
    [InlineData("GIT_EMAIL")]
    [InlineData("SENTRY_ORG")]
    public void Identifiers(string name) => FactBase.Embedded.SecretNames.IsIdentifier(name).ShouldBeTrue();

    [Theory]
    [InlineData("USERNAME_AND_PASSWORD")]
    [InlineData("CI_USERNAME_TOKEN")]
    [InlineData("USERNAME_ACCESS_KEY")]
    [InlineData("USERNAME_CLIENT_SECRET")]
    [InlineData("DOCKER_HUB_PASSWORD_CI")]
    public void Credentials(string name) => FactBase.Embedded.SecretNames.IsIdentifier(name).ShouldBeFalse();
}
