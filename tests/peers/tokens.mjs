// The independent token oracle: which secret does each file name, and where exactly.
//
//   node tokens.mjs FOLDER | FILE... | < list-of-files
//
// One JSON line per file: {"file","tokens":[{"token","line","column"}]}, in the order of the text.
//   token   NAME (upper case) for secrets.NAME and secrets['NAME'], GITHUB_TOKEN also for github.token,
//           "*" for the whole secrets object, "?" for secrets[computed], "inherit" for `secrets: inherit` of a job.
//   line, column   of the first character of the reference (the s of secrets, the g of github; the i of inherit).
// Only where there is something to say:
//   "yaml":[{message,line,column}]        why the file is not good YAML (tokens are then a best effort)
//   "expressions":[{message,line,column}] expressions that GitHub's parser refuses: they yield no tokens
//   "unmapped":n                          scalars whose positions could not be proven (none is expected)
import { readFileSync } from "node:fs";
import { isAlias, isMap, isScalar, isSeq, parseDocument, visit } from "yaml";
import { inputFiles, isAction, LineIndex } from "./lib/inputs.mjs";
import { references } from "./lib/references.mjs";
import { mapScalar } from "./lib/scalar-map.mjs";

/** Reads one file's text. */
export function tokensOf(name, text) {
  const lines = new LineIndex(text);
  const document = parseDocument(text, { keepSourceTokens: true, uniqueKeys: false, logLevel: "silent" });
  const found = [];
  const badExpressions = [];
  let unmapped = 0;
  const { conditions, inherits } = isAction(name) ? actionPlaces(document) : workflowPlaces(document);
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== "string" || !node.srcToken) return;
      const expressions = expressionsOf(node.value, conditions.has(node));
      const inherited = inherits.has(node) && node.value === "inherit";
      if (expressions.length === 0 && !inherited) return;
      const map = mapScalar(text, node.srcToken, node.value);
      if (map === undefined || map.value !== node.value) {
        unmapped++;
        return;
      }
      if (inherited) found.push({ token: "inherit", offset: map.offsets[0] });
      for (const { start, length, problem } of expressions) {
        try {
          if (problem !== undefined) throw new Error(problem);
          for (const { token, offset } of references(node.value.substr(start, length))) {
            found.push({ token, offset: map.offsets[start + offset] });
          }
        } catch (error) {
          badExpressions.push({ message: error.message, ...lines.at(map.offsets[start]) });
        }
      }
    }
  });
  found.sort((a, b) => a.offset - b.offset);
  const result = { file: name, tokens: found.map(({ token, offset }) => ({ token, ...lines.at(offset) })) };
  if (document.errors.length > 0) {
    result.yaml = document.errors.map(e => ({ message: e.message.split("\n")[0], ...lines.at(e.pos[0]) }));
  }
  if (badExpressions.length > 0) result.expressions = badExpressions;
  if (unmapped > 0) result.unmapped = unmapped;
  return result;
}

// Start and length of each expression in a value. A closing pair inside a quoted string does not close.
function expressionsOf(value, isCondition) {
  const found = [];
  let open = value.indexOf("${{");
  if (open < 0) {
    return isCondition && value.trim() !== "" ? [{ start: 0, length: value.length }] : found;
  }
  while (open >= 0) {
    let quoted = false;
    let i = open + 3;
    for (; i < value.length; i++) {
      if (value[i] === "'") quoted = !quoted;
      else if (!quoted && value[i] === "}" && value[i - 1] === "}") break;
    }
    if (i >= value.length) {
      found.push({ start: open, length: 0, problem: "The expression is not closed" });
      break;
    }
    found.push({ start: open + 3, length: i - 1 - (open + 3) });
    open = value.indexOf("${{", i + 1);
  }
  return found;
}

function workflowPlaces(document) {
  const places = new Places(document);
  for (const job of places.values(places.child(document.contents, "jobs"))) {
    places.addCondition(job, "if");
    places.addCondition(places.child(job, "snapshot"), "if");
    places.addSteps(places.child(job, "steps"));
    const secrets = places.child(job, "secrets");
    if (isScalar(secrets)) places.inherits.add(secrets);
  }
  return places;
}

function actionPlaces(document) {
  const places = new Places(document);
  const runs = places.child(document.contents, "runs");
  places.addCondition(runs, "pre-if");
  places.addCondition(runs, "post-if");
  places.addSteps(places.child(runs, "steps"));
  return places;
}

// The nodes of a document whose meaning depends on where they stand; aliases are looked through.
class Places {
  conditions = new Set();
  inherits = new Set();
  seen = new Set();

  constructor(document) {
    this.document = document;
  }

  resolve(node) {
    return isAlias(node) ? node.resolve(this.document) : node;
  }

  child(node, key) {
    const map = this.resolve(node);
    if (!isMap(map)) return undefined;
    return this.resolve(map.items.find(pair => this.resolve(pair.key)?.value === key)?.value);
  }

  values(node) {
    const collection = this.resolve(node);
    if (isMap(collection)) return collection.items.map(pair => this.resolve(pair.value));
    return isSeq(collection) ? collection.items.map(item => this.resolve(item)) : [];
  }

  addCondition(node, key) {
    const value = this.child(node, key);
    if (isScalar(value)) this.conditions.add(value);
  }

  addSteps(steps) {
    if (!isSeq(steps) || this.seen.has(steps)) return;
    this.seen.add(steps);
    for (const step of this.values(steps)) {
      this.addCondition(step, "if");
      this.addSteps(this.child(step, "parallel"));
    }
  }
}

if (process.argv[1] !== undefined && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  for (const file of inputFiles(process.argv.slice(2))) {
    console.log(JSON.stringify(tokensOf(file.name, readFileSync(file.path, "utf8"))));
  }
}
