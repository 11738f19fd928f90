// The workflow parser imports its schema as JSON without an import attribute, which Node refuses.
// This load hook hands such files over as plain modules.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export async function load(url, context, nextLoad) {
  if (!url.startsWith("file:") || !url.endsWith(".json")) {
    return nextLoad(url, context);
  }
  const json = await readFile(fileURLToPath(url), "utf8");
  return { format: "module", shortCircuit: true, source: `export default ${json};` };
}
