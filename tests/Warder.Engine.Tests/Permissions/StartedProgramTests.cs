namespace Warder.Engine.Tests.Permissions;

/// <summary>Programs of the repository in JavaScript and Python, and the commands that they start with the job's token in their environment.</summary>
public sealed class StartedProgramTests
{
    private const string Held = "\n  env: { GH_TOKEN: \"${{ github.token }}\" }";
    private const string Node = "import { execSync } from 'node:child_process';\n";
    private const string Spawn = "const { spawnSync } = require('child_process');\n";

    [Theory]
    [InlineData(Node + "execSync('gh run list --limit 5');", "actions:read?")]
    [InlineData(Node + "const cmd = `gh run list --branch \"${branch}\" --limit ${\n  MAX + 5\n} --json url`;\nconst json = execSync(cmd, { encoding: 'utf-8' });", "actions:read?")]
    [InlineData(Node + "execSync(\n  `gh run download ${run.id} -p \"logs-*\"`,\n  { stdio: 'ignore' },\n);", "actions:read?")]
    [InlineData(Node + "execSync('gh issue close ' + number);", "issues:write?")]
    [InlineData(Node + "execSync('mkdir -p out');", "")]
    [InlineData(Node + "execSync('git status');", "")]
    [InlineData(Node + "execSync(command);", "+?")]
    [InlineData(Node + "execSync(`git ${args}`);", "+?")]
    [InlineData(Node + "function run(cmd) { return execSync(cmd); }\nrun('gh run list');", "+?")]
    [InlineData(Node + "// execSync(command)\nexecSync('ls');", "")]
    [InlineData(Node + "const m = /gh (.*)/.exec(text);\nexecSync('ls');", "")]
    [InlineData(Node + "execSync('ls'); execSync('mystery --all');", "+?")]
    [InlineData("import { exec } from 'child_process';\nconst run = promisify(exec);\nawait run('gh run list');", "+?")]
    [InlineData(Spawn + "spawnSync('gh', ['issue', 'close', String(n)], { stdio: 'inherit' });", "issues:write?")]
    [InlineData(Spawn + "spawnSync('gh', ['run', ...args]);", "+?")]
    [InlineData(Spawn + "spawnSync('gh', args);", "+?")]
    [InlineData(Spawn + "spawnSync(process.execPath, ['x']);", "+?")]
    [InlineData("import { $ } from 'execa';\nawait $`gh issue close ${n}`;", "issues:write?")]
    [InlineData("import { execa } from 'execa';\nawait execa('gh', ['issue', 'close', n]);", "issues:write?")]
    [InlineData("const text = 'run gh issue close';\nconst m = pattern.exec(text);", "")]
    [InlineData(Node + "const u = process.argv[2].replace(/\\/*$/, '');\nexecSync('gh issue close 5');", "issues:write?")]
    [InlineData(Node + "const u = a.split(/[/'\"]/g);\nexecSync('gh issue close 5');", "issues:write?")]
    [InlineData(Node + "if (a) /`/.test(b);\nexecSync('gh issue close 5');", "issues:write?")]
    [InlineData(Node + "const n = a / 2; execSync('gh issue close 5'); const m = b / 2;", "issues:write?")]
    [InlineData(Node + "const n = (a) / 2; execSync('gh issue close 5'); const m = b / 2;", "issues:write?")]
    [InlineData(Node + "/* execSync('gh issue close 5');", "issues:write?")]
    [InlineData(Node + "execSync('ls');\nconsole.log(`it's ${execSync('gh issue close 5')}`);", "issues:write?")]
    [InlineData(Node + "execSync('ls');\nconsole.log(`a ${b ? `it's ${execSync('gh issue close 5')}` : ''} // c`);", "issues:write?")]
    [InlineData(Node + "execSync('ls');\nconsole.log(`execSync(command) // 'x`);", "")]
    [InlineData(Node + "execSync('ls');\nconst a = `never closed", "+?")]
    [InlineData(Node + "execSync('ls');\nconst a = 'never closed\n", "+?")]
    [InlineData("const { exec: run, execSync } = require('child_process');\nexecSync('ls'); run('gh issue close 5');", "+?")]
    [InlineData("const cp = require('child_process');\ncp.execSync('ls');\nconst run = cp.execSync;\nrun('gh issue close 5');", "+?")]
    [InlineData("const cp=require('child_process');\ncp.exec('gh issue close 5');", "issues:write?")]
    [InlineData("const cp=require('child_process');\ncp.execSync('ls'); cp?.exec('gh issue close 5');", "issues:write?")]
    [InlineData("const cp=require('child_process');\ncp.execSync('ls');\nconst c2 = cp; c2['exec' + s]('gh issue close 5');", "+?")]
    [InlineData("const cp=require('child_process');\ncp.execSync('ls'); cp['exec']('gh issue close 5');", "+?")]
    [InlineData("const cp=require('child_process');\nconst { execSync } = cp;\nexecSync('ls');", "")]
    [InlineData("require('child_process').execSync('ls');\nrequire('child_process').exec('gh issue close 5');", "issues:write?")]
    [InlineData("module.exports.cp = require('child_process');\nmodule.exports.cp.execSync('ls');", "+?")]
    [InlineData(Node + "execSync('ls');\nexport { execSync };", "+?")]
    [InlineData(Node + "execSync('ls');\nmodule.exports = { execSync };", "+?")]
    [InlineData(Node + "execSync('ls');\nvisit(execSync);", "+?")]
    [InlineData("import { execSync as run, exec } from 'child_process';\nexec('ls'); run('gh issue close 5');", "+?")]
    [InlineData("import cp, { execSync } from 'child_process';\nexecSync('ls');\ncp.spawnSync('gh', ['issue', 'close', n]);", "issues:write?")]
    [InlineData("import spawn from 'cross-spawn';\nspawn('ls');\nspawn.sync('gh', ['issue', 'close', n]);", "+?")]
    [InlineData("import * as exec from '@actions/exec';\nawait exec.exec('ls');\nawait exec.exec('gh', ['issue', 'close', '5']);", "issues:write?")]
    [InlineData("import * as exec from '@actions/exec';\nawait exec.exec('ls');\nawait exec.getExecOutput('gh', ['issue', 'close', '5']);", "issues:write?")]
    [InlineData("import simpleGit from 'simple-git';\n" + Node + "execSync('ls'); simpleGit().push();", "+?")]
    [InlineData(Node + "const cmd = 'ls';\nfunction run(cmd) { execSync(cmd); }\nrun('gh issue close 5');", "+?")]
    [InlineData(Node + "const cmd = 'ls';\nconst run = cmd => execSync(cmd);\nrun('gh issue close 5');", "+?")]
    [InlineData(Node + "const cmd = 'ls';\nfor (const cmd of all) execSync(cmd);", "+?")]
    [InlineData(Node + "const cmd = 'ls';\nconst run = ({ cmd }) => execSync(cmd);", "+?")]
    [InlineData(Node + "{ const { cmd } = options; execSync(cmd); }\nconst cmd = 'ls';", "+?")]
    [InlineData(Node + "let cmd = 'ls';\nif (a) cmd = 'gh issue close 5';\nexecSync(cmd);", "+?")]
    [InlineData(Node + "const cmd: string = 'gh issue close 5';\nexecSync(cmd);", "issues:write?")]
    [InlineData("import { a } from './made.js';", "+?")]
    [InlineData("const plugin = await import(name);", "+?")]
    [InlineData("import yargs from 'yargs';\nimport data from './data.json';", "")]
    public void A_program_in_JavaScript_needs_what_the_commands_need_that_it_starts(string text, string needs) =>
        Proven.Steps("- run: node ci/x.js" + Held, files: ("ci/x.js", text)).Told().ShouldBe(needs);

    [Theory]
    [InlineData("import subprocess\nsubprocess.run(['gh', 'issue', 'close', str(n)], check=True)", "issues:write?")]
    [InlineData("import subprocess\nsubprocess.check_output(f\"gh run view {number} --json url\", shell=True)", "actions:read?")]
    [InlineData("import os\nos.system('gh issue close 1')", "issues:write?")]
    [InlineData("from subprocess import run\nrun([\"gh\", \"issue\", \"close\"] + more)", "issues:write?")]
    [InlineData("from subprocess import run\nrun([\"gh\"] + more)", "+?")]
    [InlineData("import subprocess\nsubprocess.run(command)", "+?")]
    [InlineData("import subprocess\ncmd = ['git', 'diff']\nsubprocess.run(cmd)", "")]
    [InlineData("import subprocess\n# subprocess.run(command)\nsubprocess.run(['ls'])", "")]
    [InlineData("import json\napp.run(command)", "")]
    [InlineData("from . import missing", "+?")]
    [InlineData("import subprocess\ndef f(cmd='ls'):\n  subprocess.run(cmd)", "+?")]
    [InlineData("import subprocess\ncmd = 'ls'\nfor cmd in all:\n  subprocess.run(cmd)", "+?")]
    [InlineData("import subprocess\ncmd = ['ls']\nf = lambda cmd: subprocess.run(cmd)", "+?")]
    [InlineData("import subprocess\ncmd = ['ls']\ng(cmd=cmd)\nsubprocess.run(cmd)", "")]
    [InlineData("import subprocess\nsubprocess.run(['ls'])\nrun = subprocess.run\nrun(['gh', 'issue', 'close'])", "+?")]
    [InlineData("from subprocess import run, call as c\nrun(['ls'])\nc(['gh', 'issue', 'close'])", "+?")]
    [InlineData("from subprocess import (\n  run,\n  call)\nrun(['ls'])\ncall(['gh', 'issue', 'close'])", "issues:write?")]
    [InlineData("from subprocess import run\nrun(['ls'])\nvisit(run)", "+?")]
    [InlineData("import subprocess as s, os\nos.system('ls')\ns.run(['gh', 'issue', 'close'])", "+?")]
    [InlineData("import subprocess\nsubprocess.run(['ls'])\ngetattr(subprocess, name)()", "+?")]
    [InlineData("import subprocess\nsubprocess.run(['ls'])\nprint(f\"{subprocess.check_output('gh issue close 5', shell=True)}\")", "+?")]
    [InlineData("import os\nos.system('ls')\nos.execvp('gh', ['gh', 'issue', 'close'])", "+?")]
    public void A_program_in_Python_needs_what_the_commands_need_that_it_starts(string text, string needs) =>
        Proven.Steps("- run: python ci/x.py" + Held, files: ("ci/x.py", text)).Told().ShouldBe(needs);

    [Theory]
    [InlineData("node ci/x.js")]
    [InlineData("npx tsx ci/x.js")]
    [InlineData("tsx ci/x.js")]
    [InlineData("node ci/x")]
    [InlineData("node --enable-source-maps ./ci/x.js --all")]
    [InlineData("cd ci && node x.js")]
    [InlineData("OUT=$(node ci/x.js)")]
    [InlineData("npm run x")]
    public void What_a_program_loads_and_starts_is_followed(string command) =>
        Proven.Steps(
            $"- run: {command}{Held}",
            files: [
                ("package.json", "{\"scripts\":{\"x\":\"node ci/x.js\"}}"),
                ("ci/x.js", Node + "execSync('node ci/next.js');"),
                ("ci/next.js", "import { list } from './lib/util.js';"),
                ("ci/lib/util.ts", Node + "import '../x.js';\nexport const list = () => execSync('gh run list');")]).Told().ShouldBe("actions:read?");

    [Fact]
    public void What_a_module_beside_a_program_in_Python_starts_is_followed() =>
        Proven.Steps("- run: python3 ci/x.py" + Held, files: [("ci/x.py", "from util import close\n"), ("ci/util.py", "import os\nos.system('gh issue close 1')\n")]).Told().ShouldBe("issues:write?");

    [Theory]
    [InlineData("from lib import rel", "issues:write?")]
    [InlineData("from lib import (\n    rel,  # the (release\n)", "issues:write?")]
    [InlineData("from lib import (rel,\n  other)", "issues:write?")]
    [InlineData("from lib import \\\n    rel", "issues:write?")]
    [InlineData("import os; import lib.rel", "issues:write?")]
    [InlineData("try: import lib.rel\nexcept: pass", "issues:write?")]
    [InlineData("import lib.missing", "contents:write?")]
    [InlineData("from lib import (\n    rel", "+?")]
    [InlineData("import sys\nsys.path.insert(0, 'lib')\nimport rel", "+?")]
    public void What_a_program_in_Python_imports_is_followed_as_it_is_written(string text, string needs) =>
        Proven.Steps(
            "- run: python3 ci/x.py" + Held,
            files: [("ci/x.py", text), ("lib/rel.py", "import os\nos.system('gh issue close 1')\n"), ("lib/__init__.py", text.Contains("missing", StringComparison.Ordinal) ? "import os\nos.system('gh release create 1')\n" : "")]).Told().ShouldBe(needs);

    [Fact]
    public void A_program_without_the_token_needs_nothing() =>
        Proven.Steps("- run: node ci/x.js", files: ("ci/x.js", Node + "execSync(command); execSync('ls');")).Told().ShouldBe("");

    [Fact]
    public void A_program_that_runs_twice_is_entered_where_it_sees_the_token() =>
        Proven.Steps("- run: echo ${{ github.token }}; node ci/x.js\n- run: node ci/x.js" + Held, files: ("ci/x.js", Node + "execSync('gh run list');")).Told().ShouldBe("actions:read?");

    [Fact]
    public void A_program_that_may_push_with_the_credential_of_the_checkout_may_need_to() =>
        Proven.Steps("- uses: actions/checkout@v4\n- run: node ci/x.js", job: "permissions: { contents: write }", files: ("ci/x.js", Node + "execSync(command);")).Told().ShouldBe("contents:read contents:write?");
}
