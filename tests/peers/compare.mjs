// Holds Warder against the oracles on real repositories.
//
//   node compare.mjs REPOSITORY... [--warder PATH] [--verbose]
//
// A repository is a folder with .github/workflows. For each of its workflow and action files:
//   tokens      `warder tokens list` and tokens.mjs name the same explicit references at the same line and column
//   acceptance  `warder audit --rule invalid-workflow` and GitHub's parser both accept the file or both refuse it
// A difference is looked up in known-differences.json and printed as explained or UNEXPLAINED. The last line is the sum.
// Exit status: 1 where a difference is unexplained, 2 where Warder or an oracle could not look.
import { spawnSync } from "node:child_process";
import { lstatSync, readdirSync, readFileSync, existsSync } from "node:fs";
import path from "node:path";
import { explain } from "./lib/differences.mjs";
import { isAction } from "./lib/inputs.mjs";
import { parse } from "./parse-workflows.mjs";
import { tokensOf } from "./tokens.mjs";

// Folders that Warder passes over: dependencies and build output.
const passedOver = new Set([
  ".git", ".hg", ".svn", "node_modules", "bower_components", "vendor", "third_party", ".venv", "venv", "__pycache__", ".tox",
  ".nox", ".mypy_cache", ".pytest_cache", ".gradle", ".terraform", "target", "obj", "dist", ".next", ".yarn", ".cache", "coverage"
]);
const outsidePipelines = new Set(["document", "configuration", "script-file"]);

const args = process.argv.slice(2);
const warder = option("--warder") ?? path.join(import.meta.dirname, "../../artifacts/warder/warder");
const verbose = flag("--verbose");
const sum = { repositories: 0, files: 0, equal: 0, accepted: 0, refused: 0, explained: 0, unexplained: 0, failures: 0 };
const used = new Map();

for (const root of args) {
  await compare(path.resolve(root));
}

for (const [id, count] of [...used].sort((a, b) => b[1] - a[1])) console.log(`explained by ${id}: ${count}`);
console.log(
  `${sum.repositories} repositories, ${sum.files} files: ${sum.equal} token references equal, ` +
  `${sum.accepted} files accepted and ${sum.refused} refused by both; ` +
  `${sum.explained} differences explained, ${sum.unexplained} unexplained, ${sum.failures} failures`
);
process.exit(sum.failures > 0 ? 2 : sum.unexplained > 0 ? 1 : 0);

async function compare(root) {
  sum.repositories++;
  const files = pipelineFiles(root);
  const listed = run(["tokens", "list", "--format", "json", root]);
  const audited = run(["audit", "--rule", "invalid-workflow", "--no-baseline", "--format", "json", root]);
  if (listed === undefined || audited === undefined) return;
  const tokens = tokensByFile(listed);
  const problems = problemsByFile(audited);
  for (const file of files) {
    sum.files++;
    const text = readFileSync(path.join(root, file), "utf8");
    const oracle = tokensOf(file, text);
    compareTokens(root, file, text, oracle, tokens.get(file) ?? []);
    compareAcceptance(root, file, await parse(file, text), problems.get(file) ?? []);
    tokens.delete(file);
    problems.delete(file);
  }
  for (const [file, found] of [...tokens, ...problems]) {
    difference("tokens", "only-warder", `${root}/${file}`, `a file that the oracles do not read: ${JSON.stringify(found[0])}`);
  }
}

function compareTokens(root, file, text, oracle, found) {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const left = new Map();
  for (const { token, line, column } of oracle.tokens) add(left, `${token}@${line}:${column}`, 1);
  for (const { token, line, column } of found) {
    const key = `${token}@${line}:${column}`;
    if ((left.get(key) ?? 0) > 0) {
      left.set(key, left.get(key) - 1);
      sum.equal++;
    } else {
      difference("tokens", "only-warder", `${root}/${file}`, describe(key));
    }
  }
  for (const [key, count] of left) {
    for (let i = 0; i < count; i++) difference("tokens", "only-oracle", `${root}/${file}`, describe(key));
  }

  function describe(key) {
    const line = Number(/@(\d+):/.exec(key)[1]);
    const doubt = oracle.yaml === undefined ? "" : ` [${oracle.yaml[0].message}]`;
    return `${key}${doubt} in: ${lines[line - 1].trim()}`;
  }
}

function compareAcceptance(root, file, oracle, problems) {
  if (oracle.accepted === (problems.length === 0)) {
    sum[oracle.accepted ? "accepted" : "refused"]++;
  } else if (oracle.accepted) {
    each("warder-rejects", problems.map(p => `${p.line}:${p.column} ${p.message}`));
  } else {
    each("warder-accepts", telling(oracle.errors).map(e => `${e.line}:${e.column} ${oracle.kind}: ${e.message}`));
  }

  function each(side, messages) {
    for (const message of messages) difference("acceptance", side, `${root}/${file}`, message);
  }
}

// After the first error of the YAML library, what else is said of the file only follows from it.
function telling(errors) {
  return / at line \d+, column \d+:$/.test(errors[0].message) ? errors.slice(0, 1) : errors;
}

function difference(about, side, file, text) {
  const entry = explain(about, side, text);
  if (entry === undefined) {
    sum.unexplained++;
    console.log(`UNEXPLAINED ${about} ${side} ${file}: ${text}`);
  } else {
    sum.explained++;
    add(used, entry.id, 1);
    if (verbose) console.log(`explained (${entry.id}) ${about} ${side} ${file}: ${text}`);
  }
}

function add(map, key, count) {
  map.set(key, (map.get(key) ?? 0) + count);
}

function tokensByFile({ tokens }) {
  const files = new Map();
  for (const { token, kind, uses } of tokens) {
    for (const { file, line, column, explicit, scope } of uses) {
      const inherited = kind === "inherited";
      if ((explicit || inherited) && !outsidePipelines.has(scope)) {
        push(files, file, { token: inherited ? "inherit" : token, line, column });
      }
    }
  }
  return files;
}

function problemsByFile({ violations }) {
  const files = new Map();
  for (const { file, line, column, message } of violations) push(files, file, { line, column, message });
  return files;
}

function push(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

function run(command) {
  const { status, stdout, stderr, error } = spawnSync(warder, command, { encoding: "utf8", maxBuffer: 1 << 30 });
  try {
    return JSON.parse(stdout);
  } catch {
    sum.failures++;
    console.log(`FAILED warder ${command.join(" ")}: ${error?.message ?? `status ${status}: ${stderr}`}`);
    return undefined;
  }
}

function pipelineFiles(root) {
  const found = [];
  const walk = folder => {
    for (const name of readdirSync(path.join(root, folder))) {
      const file = folder === "" ? name : `${folder}/${name}`;
      const stats = lstatSync(path.join(root, file));
      if (stats.isDirectory()) {
        if (!passedOver.has(name) && !existsSync(path.join(root, file, ".git"))) walk(file);
      } else if (stats.isFile() && (isAction(file) || /^\.github\/workflows\/[^/]*\.ya?ml$/.test(file))) {
        found.push(file);
      }
    }
  };
  walk("");
  return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function option(name) {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}

function flag(name) {
  const at = args.indexOf(name);
  return at >= 0 && args.splice(at, 1).length === 1;
}
