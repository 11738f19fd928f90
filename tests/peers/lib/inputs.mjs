// Where the scripts get their files from: a folder, single files, or paths on standard input.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const skippedFolders = new Set([".git", "node_modules"]);

/** Files to read as { name, path }, in ordinal order for folders and in the given order otherwise. */
export function inputFiles(args) {
  if (args.length === 0) {
    return readFileSync(0, "utf8")
      .split("\n")
      .map(line => line.trim())
      .filter(line => line !== "")
      .map(line => ({ name: line, path: line }));
  }
  return args.flatMap(arg => (statSync(arg).isDirectory() ? yamlFilesUnder(arg) : [{ name: arg, path: arg }]));
}

function yamlFilesUnder(root) {
  const names = [];
  const walk = folder => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name)) walk(name);
      } else if (entry.isFile() && /\.ya?ml$/.test(entry.name)) {
        names.push(name);
      }
    }
  };
  walk("");
  return names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map(name => ({ name, path: path.join(root, name) }));
}

/** True for the metadata file of an action, which has another schema than a workflow (one may be called action.yml). */
export function isAction(name) {
  return /(^|[\\/])action\.ya?ml$/.test(name) && !/(^|[\\/])\.github[\\/]workflows[\\/][^\\/]*$/.test(name);
}

/** Lines and columns of a text: both from 1, columns in UTF-16 units; a byte order mark is not counted, a lone CR ends a line. */
export class LineIndex {
  constructor(text) {
    this.starts = [text.startsWith("\uFEFF") ? 1 : 0];
    for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) {
      this.starts.push(index + end.length);
    }
  }

  at(offset) {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.starts[low] + 1 };
  }
}
