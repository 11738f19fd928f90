// The notation of the trees and the kinds of refusal, pinned.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answer } from "./expressions.mjs";

const trees = {
  "github || env && !inputs == 'it''s' || (vars || job) || steps":
    "(|| github (&& env (== (! inputs) 'it''s')) (|| vars job) steps)",
  "toJSON(Secrets)": "(call tojson secrets)",
  "secrets['A'].b[*].c.* == 1.50": "(== (. (. (. (. (. secrets 'A') 'b') *) 'c') *) 1.5)",
  "github.event['x''y''z'] != null": "(!= (. (. github 'event') 'x''y''z') null)",
  "env == vars == github > 0x1F": "(== (== env vars) (> github 31))",
  "fromJSON('{}').a.true[true]": "(. (. (. (call fromjson '{}') 'a') 'true') true)",
  "steps[format('{0}-b', matrix.x)].outputs": "(. (. steps (call format '{0}-b' (. matrix 'x'))) 'outputs')",
  " \n always() ": "(call always)"
};

for (const [text, tree] of Object.entries(trees)) {
  test(text, () => assert.deepEqual(answer(text), { ok: true, tree }));
}

const refusals = {
  "a b": "syntax", "(a": "syntax", "a ||": "syntax", "a | b": "lexical", "\"x\"": "lexical", "'x": "lexical",
  "contains('x')": "arity", "case(true, 1, 2, 3)": "arity", "": "empty",
  [`${"(".repeat(60)}1${")".repeat(60)}`]: "depth", [`'${"x".repeat(21000)}'`]: "length"
};

for (const [text, kind] of Object.entries(refusals)) {
  test(`refused: ${text.slice(0, 20)}`, () => assert.equal(answer(text).kind, kind));
}

test("an unknown name is no fault of form", () => {
  assert.equal(answer("nope.x").unknown, "Unrecognized named-value: 'nope'");
  assert.equal(answer("nope(1)").unknown, "Unrecognized function: 'nope'");
});
