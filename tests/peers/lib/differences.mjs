// The checked-in list of known differences, and the question whether it explains one.
//
// An entry: {"id","about":"tokens|acceptance|expressions","side","pattern","right":"warder|oracle|both","explanation"}.
//   side     tokens: "only-warder" or "only-oracle"; acceptance and expressions: "warder-accepts" or "warder-rejects"
//   pattern  a regular expression over the one line that describes the difference
import { readFileSync } from "node:fs";

const list = JSON.parse(readFileSync(new URL("../known-differences.json", import.meta.url), "utf8"));
const known = list.map(entry => ({ ...entry, pattern: new RegExp(entry.pattern, "u") }));

/** The entry that explains a difference, or undefined. */
export function explain(about, side, text) {
  return known.find(entry => entry.about === about && entry.side === side && entry.pattern.test(text));
}

/** Ids of all entries. */
export const knownIds = list.map(entry => entry.id);
