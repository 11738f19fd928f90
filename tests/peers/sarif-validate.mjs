// The SARIF validator over log files: node sarif-validate.mjs FILE... [--github]
//
// Prints each finding of the validator and one JSON line per file: {"file","errors","warnings","notes"}.
// --github adds the rules that code scanning needs. Exit status: 1 where there is an error, 2 where it could not look.
// The validator would ask the network whether the URIs in a file can be reached (SARIF2006). It is kept from doing so,
// and what that one rule says is left out.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const validator = createRequire(import.meta.url)("@microsoft/sarif-multitool");
const files = process.argv.slice(2).filter(arg => !arg.startsWith("--"));
const kinds = process.argv.includes("--github") ? ["--rule-kind", "Sarif;Ghas"] : [];
const folder = mkdtempSync(path.join(tmpdir(), "sarif-"));
const environment = {
  ...process.env,
  DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1",
  HTTP_PROXY: "http://127.0.0.1:9",
  HTTPS_PROXY: "http://127.0.0.1:9",
  NO_PROXY: ""
};
let status = files.length === 0 ? 2 : 0;

for (const file of files) {
  const output = path.join(folder, "report.sarif");
  const run = spawnSync(
    validator,
    ["validate", file, "--output", output, "--log", "ForceOverwrite", "--level", "Error;Warning;Note", ...kinds],
    { encoding: "utf8", env: environment }
  );
  const counts = { error: 0, warning: 0, note: 0 };
  for (const [finding, level, rule] of (run.stdout ?? "").matchAll(/^.*?: (error|warning|note|info) ([A-Z]+[0-9]+\w*)?: .*$/gm)) {
    if (rule === "SARIF2006") continue;
    counts[level === "info" ? "note" : level]++;
    console.error(finding);
  }
  if (!existsSync(file) || run.error !== undefined || !/^Analysis completed successfully/m.test(run.stdout)) {
    console.error(`${file}: the validator did not finish: ${run.error?.message ?? run.stdout + run.stderr}`);
    status = 2;
  }
  console.log(JSON.stringify({ file, errors: counts.error, warnings: counts.warning, notes: counts.note }));
  if (counts.error > 0 && status === 0) status = 1;
}

rmSync(folder, { recursive: true });
process.exit(status);
