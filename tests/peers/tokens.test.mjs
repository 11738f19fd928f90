// The oracle is itself tested: every position must point at the reference in the text, in every way to write a scalar.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tokensOf } from "./tokens.mjs";

function found(text, name = "w.yml") {
  const result = tokensOf(name, text);
  assert.equal(result.unmapped, undefined, "every scalar is mapped");
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  for (const { token, line, column } of result.tokens) {
    const rest = lines[line - 1].slice(column - 1).toLowerCase();
    const start = token === "inherit" ? "inherit" : rest.startsWith("github") ? "github" : "secrets";
    assert.ok(rest.startsWith(start), `${line}:${column} is at '${rest}'`);
  }
  return result.tokens.map(({ token, line, column }) => `${token}@${line}:${column}`);
}

const cases = {
  "plain": ["a: x ${{ secrets.A }} y ${{secrets.B}}\n", "A@1:10 B@1:28"],
  "key": ["${{ secrets.A }}: x\n", "A@1:5"],
  "names": ["a: ${{ Secrets['b-c'] }} ${{ secrets.d_e }} ${{ GitHub.Token }} ${{ github['TOKEN'] }}\n",
    "B-C@1:8 D_E@1:30 GITHUB_TOKEN@1:49 GITHUB_TOKEN@1:69"],
  "whole and computed": ["a: ${{ toJSON(secrets) }} ${{ secrets.* }} ${{ secrets[format('{0}', secrets.A)] }} ${{ secrets[0] }}\n",
    "*@1:15 *@1:31 ?@1:48 A@1:70 ?@1:89"],
  "groups": ["a: ${{ (secrets).A || secrets[('B')] }}\n", "A@1:9 B@1:23"],
  "after the name": ["a: ${{ secrets . A }} ${{ secrets.A.b[secrets.C] }}\n", "A@1:8 A@1:27 C@1:39"],
  "not references": ["a: ${{ 'secrets.A' }} ${{ env.secrets }} ${{ github.token_x }} secrets.B $secrets ${{ needs.secrets.outputs.A }}\n# ${{ secrets.C }}\n", ""],
  "a brace in a string": ["a: ${{ format('}}{0}', secrets.A) }} ${{ '${{ secrets.X }}' }}\n", "A@1:24"],
  "single quotes": ["a: 'it''s ${{ secrets[''A''] }}'\n", "A@1:15"],
  "double quotes": ["a: \"\\t\\u00e9\\x41\\\"\\U0001F600 ${{ secrets.A }}\"\n", "A@1:34"],
  "an escape within the reference": ["a: \"${{ secrets\\x2eA }}\"\n", "A@1:9"],
  "astral text before": ["a: 😀 ${{ secrets.A }}\n", "A@1:11"],
  "literal": ["a: |\n  # ${{ secrets.A }}\n\n    x ${{ secrets.B }}\nb: ${{ secrets.C }}\n", "A@2:9 B@4:11 C@5:8"],
  "literal, chomped, header comment": ["a: |-  # ${{ secrets.N }}\n  ${{ secrets.A }}\n\n\nb: |+\n\n  ${{ secrets.B }}\n\n", "A@2:7 B@7:7"],
  "literal, indentation given": ["a:\n  b: |2\n      x\n    ${{ secrets.A }}\n", "A@4:9"],
  "folded": ["a: >\n\n  x\n  ${{ secrets.A }}\n\n    ${{ secrets.B }}\n\n  ${{ secrets.C }}\n  y\n", "A@4:7 B@6:9 C@8:7"],
  "folded, two blank lines and an indented one": ["a: >-\n  x\n\n\n  y\n   ${{ secrets.A }}\n  z ${{ secrets.B }}\n", "A@6:8 B@7:9"],
  "an expression over lines": ["a: >\n  ${{ secrets.A ||\n  secrets\n  .B }}\nb: |\n  ${{ secrets.A ||\n    github.token }}\n", "A@2:7 B@3:3 A@6:7 GITHUB_TOKEN@7:5"],
  "plain over lines": ["a: x\n  ${{ secrets.A ||  \n\n\n  secrets.B }}\n   y\n", "A@2:7 B@5:3"],
  "single quotes over lines": ["a: 'x \n\n  ${{ secrets.A }}'\n", "A@3:7"],
  "double quotes over lines": ["a: \"x \\\n   \\ ${{ secrets.A }}\\t \n\n   ${{\\\n  secrets.B }} \"\n", "A@2:10 B@5:3"],
  "flow style": ["a: { b: [ \"${{ secrets.A }}\", '${{ secrets.B }}' ], c: 'x${{ secrets.C }}' }\n", "A@1:16 B@1:36 C@1:62"],
  "anchors once": ["a: &x ${{ secrets.A }}\nb: *x\nc: &y\n  d: ${{ secrets.B }}\ne:\n  <<: *y\n", "A@1:11 B@4:10"],
  "CRLF": ["a: |\r\n  x\r\n  ${{ secrets.A }}\r\nb: >\r\n  x\r\n\r\n  ${{ secrets.B ||\r\n  secrets.C }}\r\nc: 'x\r\n  ${{ secrets.D }}'\r\n", "A@3:7 B@7:7 C@8:3 D@10:7"],
  "no line break at the end": ["a: |\n  ${{ secrets.A }}", "A@2:7"],
  "byte order mark": ["\uFEFFa: ${{ secrets.A }}\n", "A@1:8"],
  "tag": ["a: !!str &x \"${{ secrets.A }}\"\n", "A@1:18"],
  "conditions": ["if: secrets.N\njobs:\n  a:\n    if: secrets.A != ''\n    env: { if: secrets.N }\n    steps:\n      - if: >-\n          x &&\n          github.token\n      - if: ${{ secrets.B }} && secrets.N\n      - parallel:\n          - if: 'secrets[''C'']'\n",
    "A@4:9 GITHUB_TOKEN@9:11 B@10:17 C@12:18"],
  "conditions through an alias": ["jobs:\n  a:\n    steps: &s\n      - if: secrets.A\n  b:\n    steps: *s\n", "A@4:13"],
  "inherited": ["jobs:\n  a:\n    secrets: inherit\n  b:\n    secrets: 'inherit'\n  c:\n    secrets: { A: inherit }\n  d:\n    secrets: Inherit\n    env:\n      secrets: inherit\n", "inherit@3:14 inherit@5:15"]
};

for (const [name, [text, expected]] of Object.entries(cases)) {
  test(name, () => assert.equal(found(text).join(" "), expected));
}

test("an action's conditions stand elsewhere", () => {
  const text = "runs:\n  pre-if: github.token\n  steps:\n    - if: secrets.A\njobs:\n  a:\n    if: secrets.N\n";
  assert.deepEqual(found(text, "x/action.yml"), ["GITHUB_TOKEN@2:11", "A@4:11"]);
});

test("a workflow may be called action.yml", () => {
  const text = "jobs:\n  a:\n    if: github.token\n";
  assert.deepEqual(found(text, ".github/workflows/action.yml"), ["GITHUB_TOKEN@3:9"]);
});

test("an expression that GitHub refuses yields no token and is named", () => {
  const result = tokensOf("w.yml", "a: ${{ secrets.A | x }}\nb: ${{ secrets.B }}\nc: ${{ secrets.C\n");
  assert.deepEqual(result.tokens, [{ token: "B", line: 2, column: 8 }]);
  assert.deepEqual(result.expressions.map(e => `${e.line}:${e.column}`), ["1:7", "3:4"]);
});
