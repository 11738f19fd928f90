// GitHub's own workflow parser over files: what does GitHub accept, and why not the rest?
//
//   node parse-workflows.mjs FOLDER | FILE... | < list-of-files
//
// One JSON line per file: {"file","kind","accepted","errors":[{"stage","message","line","column"}],
//                          "tokens":[{"token","line","column"}]}.
//   kind    "action" for action.yml and action.yaml, else "workflow".
//   stage   "parse": YAML and schema, with the expressions inside ${{ }}; "convert": what only a whole workflow shows
//           (unknown needs, step ids, cron, bare conditions). The second runs only where the first found nothing.
//   tokens  references in the expressions that the parser kept. Its positions inside flow scalars over several lines
//           and after escapes are not right, and aliased content comes once per alias: tokens.mjs is the oracle for
//           positions.
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { inputFiles, isAction } from "./lib/inputs.mjs";
import { references } from "./lib/references.mjs";

register("./lib/json-modules.mjs", import.meta.url);
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import("@actions/workflow-parser");
const { convertActionTemplate, getActionSchema, parseAction } = await import("@actions/workflow-parser/actions/index");
const { getWorkflowSchema } = await import("@actions/workflow-parser/workflows/workflow-schema");
const { TemplateContext, TemplateValidationErrors } = await import("@actions/workflow-parser/templates/template-context");
const { FeatureFlags } = await import("@actions/expressions/features");

// Repositories already use what the parser still holds behind its flags (background steps).
const featureFlags = new FeatureFlags({ all: true });

/** Reads one file's text. */
export async function parse(name, content) {
  const action = isAction(name);
  const input = { name, content };
  const errors = [];
  const tokens = [];
  let stage = "parse";
  const schema = action ? getActionSchema() : getWorkflowSchema();
  const context = new TemplateContext(new TemplateValidationErrors(), schema, new NoOperationTraceWriter());
  context.state.featureFlags = featureFlags;
  try {
    const { value } = action ? parseAction(input, context) : parseWorkflow(input, context);
    const parsed = context.errors.getErrors();
    collect(errors, stage, parsed);
    if (value !== undefined) {
      collectTokens(value, tokens);
      if (parsed.length === 0) {
        stage = "convert";
        if (action) convertActionTemplate(context, value);
        else await convertWorkflowTemplate(context, value, undefined, { featureFlags });
        collect(errors, stage, context.errors.getErrors().slice(parsed.length));
      }
    }
  } catch (error) {
    errors.push({ stage, message: `The parser failed: ${error.message}`, line: 0, column: 0 });
  }
  const kind = action ? "action" : "workflow";
  return { file: name, kind, accepted: errors.length === 0, errors, tokens };
}

function collect(errors, stage, found) {
  for (const { rawMessage, range } of found) {
    const message = rawMessage.split("\n")[0];
    errors.push({ stage, message, line: range?.start.line ?? 0, column: range?.start.column ?? 0 });
  }
}

function collectTokens(root, tokens) {
  for (const [, token] of root.constructor.traverse(root)) {
    const isCondition = /^(job|step|runs|snapshot)-if/.test(token.definitionInfo?.definition?.key ?? "");
    const expressions = token.originalExpressions ?? [token];
    for (const part of expressions) {
      const text = part.expression ?? (isCondition ? part.value : undefined);
      if (typeof text !== "string") continue;
      const at = part.expressionRange?.start ?? part.range?.start;
      for (const reference of safeReferences(text)) {
        tokens.push({ token: reference.token, line: at?.line ?? 0, column: (at?.column ?? 0) + reference.offset });
      }
    }
  }
}

function safeReferences(text) {
  try {
    return references(text);
  } catch {
    return [];
  }
}

if (process.argv[1] !== undefined && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  for (const file of inputFiles(process.argv.slice(2))) {
    console.log(JSON.stringify(await parse(file.name, readFileSync(file.path, "utf8"))));
  }
}
