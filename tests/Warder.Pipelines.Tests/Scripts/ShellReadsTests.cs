namespace Warder.Pipelines.Tests.Scripts;

public sealed class ShellReadsTests
{
    [Theory]
    [InlineData("curl -H \"Authorization: Bearer ⟦$DEPLOY_TOKEN⟧\" x")]
    [InlineData("curl -u ⟦${DEPLOY_TOKEN}⟧ x")]
    [InlineData("t=${⟦DEPLOY_TOKEN⟧:-}")]
    [InlineData(": \"${⟦DEPLOY_TOKEN⟧:?is missing}\"")]
    [InlineData("if [ -z \"⟦$DEPLOY_TOKEN⟧\" ]; then exit 1; fi")]
    [InlineData("[[ -v ⟦DEPLOY_TOKEN⟧ ]] || exit 1")]
    [InlineData("export GH_TOKEN=\"⟦$DEPLOY_TOKEN⟧\"")]
    [InlineData("GH_TOKEN=⟦$DEPLOY_TOKEN⟧ gh api x")]
    [InlineData("printenv ⟦DEPLOY_TOKEN⟧ | gh auth login --with-token")]
    [InlineData("env | grep -q ⟦^NPM_TOKEN=⟧")]
    [InlineData("docker run -e ⟦NPM_TOKEN⟧ -e HOME --env=⟦BOT_KEY⟧ image")]
    [InlineData("docker build --build-arg ⟦NPM_TOKEN⟧ --secret id=x,env=⟦BOT_KEY⟧ .")]
    [InlineData("sudo docker run -e ⟦NPM_TOKEN⟧ image")]
    [InlineData("cat <<EOF\n⟦$DEPLOY_TOKEN⟧\nEOF")]
    [InlineData("cat <<'EOF'\n$DEPLOY_TOKEN\nEOF")]
    [InlineData("x=$(echo \"⟦$DEPLOY_TOKEN⟧\" | wc -c)")]
    [InlineData("# echo $DEPLOY_TOKEN")]
    [InlineData("echo '$DEPLOY_TOKEN' \\$DEPLOY_TOKEN DEPLOY_TOKEN \"DEPLOY_TOKEN\"")]
    [InlineData("echo $deploy_token $MY_DEPLOY_TOKEN $DEPLOY_TOKENS")]
    [InlineData("gh secret set DEPLOY_TOKEN")]
    [InlineData("DEPLOY_TOKEN=abc\necho $DEPLOY_TOKEN")]
    [InlineData("read -rs DEPLOY_TOKEN\nf \"$DEPLOY_TOKEN\"")]
    [InlineData("export DEPLOY_TOKEN=\"${⟦DEPLOY_TOKEN⟧:-x}\"\nf \"⟦$DEPLOY_TOKEN⟧\"")]
    [InlineData("export GITHUB_TOKEN=\"⟦$BOT_KEY⟧\"\nf \"$GITHUB_TOKEN\"")]
    [InlineData("if x; then\n  export GITHUB_TOKEN=\"⟦$BOT_KEY⟧\"\nelif [ -n \"⟦$GITHUB_TOKEN⟧\" ]; then\n  y\nfi")]
    [InlineData("DEPLOY_TOKEN=abc ./x\necho ⟦$DEPLOY_TOKEN⟧")]
    [InlineData("echo ⟦$HEALTH⟧")]
    public void Shell(string marked) => ReadScript.ShouldFindMarked("a.sh", marked);

    [Theory]
    [InlineData("$h = @{ Authorization = \"Bearer ⟦$env:DEPLOY_TOKEN⟧\" }")]
    [InlineData("f ⟦$Env:deploy_token⟧ ⟦${env:DEPLOY_TOKEN}⟧")]
    [InlineData("$t = [Environment]::GetEnvironmentVariable('⟦DEPLOY_TOKEN⟧')")]
    [InlineData("if (Test-Path Env:⟦DEPLOY_TOKEN⟧) { }")]
    [InlineData("# $env:DEPLOY_TOKEN\n<# $env:NPM_TOKEN #>\nf '$env:BOT_KEY'")]
    [InlineData("$env:DEPLOY_TOKEN = 'x'\nf $env:DEPLOY_TOKEN")]
    [InlineData("$env:DEPLOY_TOKEN = ⟦$env:BOT_KEY⟧")]
    [InlineData("f $DEPLOY_TOKEN")]
    public void PowerShell(string marked) => ReadScript.ShouldFindMarked("a.ps1", marked);

    [Theory]
    [InlineData("curl -H ⟦%DEPLOY_TOKEN%⟧ ⟦!npm_token!⟧")]
    [InlineData("echo ⟦%DEPLOY_TOKEN:~0,4%⟧")]
    [InlineData("REM %DEPLOY_TOKEN%\r\n:: %NPM_TOKEN%\r\n@echo ⟦%BOT_KEY%⟧")]
    [InlineData("set DEPLOY_TOKEN=x\r\necho %DEPLOY_TOKEN%")]
    [InlineData("echo 100% DEPLOY_TOKEN %")]
    public void Command(string marked) => ReadScript.ShouldFindMarked("a.cmd", marked);

    [Theory]
    [InlineData("publish:\n\tnpm publish --token ⟦$(NPM_TOKEN)⟧ ⟦${NPM_TOKEN}⟧ ⟦$$NPM_TOKEN⟧ ⟦$${NPM_TOKEN}⟧")]
    [InlineData("ifndef ⟦NPM_TOKEN⟧\n$(error no NPM_TOKEN)\nendif")]
    [InlineData("# $(NPM_TOKEN)\nx:\n\techo x # $(NPM_TOKEN)")]
    [InlineData("NPM_TOKEN := x\ny:\n\techo $(NPM_TOKEN)")]
    [InlineData("NPM_TOKEN ?= x\ny:\n\techo ⟦$(NPM_TOKEN)⟧")]
    [InlineData("y:\n\techo $NPM_TOKEN $(NPM_TOKENS) NPM_TOKEN")]
    public void Make(string marked) => ReadScript.ShouldFindMarked("Makefile", marked);

    [Theory]
    [InlineData("ARG ⟦NPM_TOKEN⟧\nRUN npm ci --token=⟦$NPM_TOKEN⟧ ⟦${NPM_TOKEN}⟧")]
    [InlineData("arg ⟦BOT_KEY⟧=x ⟦NPM_TOKEN⟧")]
    [InlineData("RUN --mount=type=secret,id=⟦npm_token⟧,env=NPM_TOKEN npm ci")]
    [InlineData("RUN --mount=type=secret,id=other,env=⟦NPM_TOKEN⟧ npm ci")]
    [InlineData("# ARG NPM_TOKEN\nENV X=1 \\\n  # $NPM_TOKEN\n  Y=⟦$NPM_TOKEN⟧")]
    [InlineData("ENV NPM_TOKEN=none\nRUN echo $NPM_TOKEN")]
    [InlineData("RUN echo \\$NPM_TOKEN NPM_TOKEN")]
    public void Dockerfile(string marked) => ReadScript.ShouldFindMarked("docker/Dockerfile.dev", marked);

    [Theory]
    [InlineData("services:\n  a:\n    image: x:⟦${NPM_TOKEN}⟧ # ${NPM_TOKEN}")]
    [InlineData("services:\n  a:\n    environment:\n      - ⟦NPM_TOKEN⟧\n      - T=⟦$NPM_TOKEN⟧\n      - D=$$NPM_TOKEN")]
    [InlineData("services:\n  a:\n    environment:\n      ⟦NPM_TOKEN⟧:\n      T: \"${⟦BOT_KEY⟧:?no key}\"\n      BOT_KEY: x")]
    [InlineData("services:\n  a:\n    build:\n      args: [⟦NPM_TOKEN⟧]\n      secrets: [NPM_TOKEN]")]
    [InlineData("secrets:\n  npm:\n    environment: ⟦NPM_TOKEN⟧")]
    [InlineData("services:\n  a:\n    command: |\n      x ⟦${NPM_TOKEN}⟧\n      y ⟦${BOT_KEY}⟧")]
    public void Compose(string marked) => ReadScript.ShouldFindMarked("docker-compose.dev.yml", marked);

    [Theory]
    [InlineData(".npmrc", "//r.example.com/:_authToken=⟦${NPM_TOKEN}⟧\n; ${NPM_TOKEN}\n# ${NPM_TOKEN}\n")]
    [InlineData(".yarnrc.yml", "npmAuthToken: \"${⟦NPM_TOKEN⟧:-}\" # ${NPM_TOKEN}")]
    [InlineData("NuGet.Config", "<!-- %NPM_TOKEN% --><add value=\"⟦%NPM_TOKEN%⟧\" />")]
    [InlineData("settings.xml", "<password>⟦${env.NPM_TOKEN}⟧</password>")]
    public void Package_configuration(string path, string marked) => ReadScript.ShouldFindMarked(path, marked);

    [Theory]
    [InlineData("bin/deploy", "#!/usr/bin/env bash\necho ⟦$DEPLOY_TOKEN⟧")]
    [InlineData("scripts/deploy", "#!/usr/bin/python3 -u\nf(⟦os.environ['DEPLOY_TOKEN']⟧)")]
    [InlineData("scripts/deploy", "echo $DEPLOY_TOKEN")]
    [InlineData("scripts/deploy", "#!/usr/bin/perl\necho $DEPLOY_TOKEN")]
    public void A_file_without_extension_is_what_its_first_line_says(string path, string marked) => ReadScript.ShouldFindMarked(path, marked);
}
