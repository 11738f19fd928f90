using Warder.Pipelines.Scripts;

namespace Warder.Pipelines.Tests.Scripts;

public sealed class ScriptLanguagesTests
{
    [Theory]
    [InlineData("a/b.sh", ScriptLanguage.Shell)]
    [InlineData("b.bash", ScriptLanguage.Shell)]
    [InlineData("x.psm1", ScriptLanguage.PowerShell)]
    [InlineData("x.py", ScriptLanguage.Python)]
    [InlineData("x.d.ts", ScriptLanguage.JavaScript)]
    [InlineData("x.mjs", ScriptLanguage.JavaScript)]
    [InlineData("x.tsx", ScriptLanguage.JavaScript)]
    [InlineData("x.rb", ScriptLanguage.Ruby)]
    [InlineData("x.go", ScriptLanguage.Go)]
    [InlineData("x.csx", ScriptLanguage.CSharp)]
    [InlineData("x.bat", ScriptLanguage.Command)]
    [InlineData("sub/Makefile", ScriptLanguage.Make)]
    [InlineData("GNUmakefile", ScriptLanguage.Make)]
    [InlineData("rules.mk", ScriptLanguage.Make)]
    [InlineData("Dockerfile", ScriptLanguage.Dockerfile)]
    [InlineData("Dockerfile.alpine", ScriptLanguage.Dockerfile)]
    [InlineData("api.dockerfile", ScriptLanguage.Dockerfile)]
    [InlineData("Containerfile", ScriptLanguage.Dockerfile)]
    [InlineData("docker-compose.override.yaml", ScriptLanguage.Compose)]
    [InlineData("compose.yml", ScriptLanguage.Compose)]
    [InlineData(".npmrc", ScriptLanguage.PackageConfiguration)]
    [InlineData("web/.yarnrc.yml", ScriptLanguage.PackageConfiguration)]
    [InlineData("NuGet.Config", ScriptLanguage.PackageConfiguration)]
    [InlineData("bin/release", ScriptLanguage.Shell)]
    [InlineData("tools/scripts/release", ScriptLanguage.Shell)]
    [InlineData("release", null)]
    [InlineData("tools/release", null)]
    [InlineData("Dockerfile.md", null)]
    [InlineData("composer.json", null)]
    [InlineData("compose", null)]
    [InlineData("x.md", null)]
    [InlineData(".sh", null)]
    [InlineData("Jenkinsfile", null)]
    [InlineData("", null)]
    [InlineData("a/", null)]
    public void A_path_says_the_language(string path, ScriptLanguage? language) => ScriptLanguages.OfPath(path).ShouldBe(language);
}
