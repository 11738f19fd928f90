// GitHub's own expression parser, one answer for each question.
//
//   standard input: JSON lines {"expr":"..."} (the text between ${{ and }}, or a bare condition)
//   answers, in order: {"ok":true,"tree":"..."} and "unknown":"..." where a name or function is none of GitHub's
//                      {"ok":false,"error":"...","kind":"lexical|syntax|depth|length|arity|empty"}
//
// Names are asked for only after the form: an expression with an unknown name is ok and says so in "unknown", which
// holds the first complaint and knows every context and function of every place (where a name is allowed is no matter
// of this script). A built-in function with a wrong number of arguments is not ok.
//
// The tree is an s-expression:
//   'text'                 string, written as in the source, quotes doubled (the library itself undoubles only the
//                          first pair, so its own value is not used)
//   1  -0.5  NaN Infinity  number, as JavaScript writes it
//   true false null
//   github                 context, lower case
//   (. a 'b')              a.b and a['b'], the property as written; (. a x) for a[x]; (. a *) for a.* and a[*]
//   (call name x y)        function, name in lower case
//   (! x)
//   (== x y)               also != < <= > >=; left to right: a == b == c is (== (== a b) c)
//   (|| x y z) (&& x y z)  one node for a chain without parentheses
// Parentheses of the source leave no trace but the nesting: (a || b) || c is (|| (|| a b) c).
import { createInterface } from "node:readline";
import { Lexer, Parser } from "@actions/expressions";
import {
  Binary, ContextAccess, FunctionCall, Grouping, IndexAccess, Literal, Logical, Star, Unary
} from "@actions/expressions/ast";
import { ErrorType, ExpressionError } from "@actions/expressions/errors";
import { parseExpression } from "./lib/references.mjs";

const contexts = ["github", "env", "vars", "job", "jobs", "steps", "runner", "secrets", "strategy", "matrix", "needs", "inputs"];
const functions = [
  { name: "always", minArgs: 0, maxArgs: 0 },
  { name: "cancelled", minArgs: 0, maxArgs: 0 },
  { name: "failure", minArgs: 0, maxArgs: 255 },
  { name: "success", minArgs: 0, maxArgs: 255 },
  { name: "hashFiles", minArgs: 1, maxArgs: 255 }
];

const kinds = {
  [ErrorType.ErrorUnexpectedSymbol]: "syntax",
  [ErrorType.ErrorUnexpectedEndOfExpression]: "syntax",
  [ErrorType.ErrorExceededMaxDepth]: "depth",
  [ErrorType.ErrorTooFewParameters]: "arity",
  [ErrorType.ErrorTooManyParameters]: "arity",
  [ErrorType.ErrorEvenParameters]: "arity"
};

/** Answers one question. */
export function answer(text) {
  const expression = text.trim();
  if (expression === "") return { ok: false, error: "An expression was expected", kind: "empty" };
  let tree;
  try {
    tree = write(parseExpression(expression));
  } catch (error) {
    return { ok: false, error: error.message, kind: kindOf(error) };
  }
  try {
    new Parser(new Lexer(expression).lex().tokens, contexts, functions).parse();
    return { ok: true, tree };
  } catch (error) {
    return { ok: true, tree, unknown: error.message };
  }
}

function kindOf(error) {
  if (error instanceof ExpressionError) return kinds[error.typ] ?? "syntax";
  return error.message === "ErrorExceededMaxLength" ? "length" : "lexical";
}

function write(node) {
  if (node instanceof Grouping) return write(node.group);
  if (node instanceof Star) return "*";
  if (node instanceof ContextAccess) return node.name.lexeme.toLowerCase();
  if (node instanceof Literal) return writeLiteral(node);
  if (node instanceof IndexAccess) return `(. ${write(node.expr)} ${write(node.index)})`;
  if (node instanceof Unary) return `(! ${write(node.expr)})`;
  if (node instanceof Binary) return `(${node.operator.lexeme} ${write(node.left)} ${write(node.right)})`;
  if (node instanceof Logical) return `(${[node.operator.lexeme, ...node.args.map(write)].join(" ")})`;
  if (node instanceof FunctionCall) {
    return `(${["call", node.functionName.lexeme.toLowerCase(), ...node.args.map(write)].join(" ")})`;
  }
  throw new Error(`A node that this script does not know: ${node?.constructor.name}`);
}

// A string's token holds the quoted source; a property after a dot has an identifier for its token.
function writeLiteral({ literal, token }) {
  if (typeof literal.value !== "string") return String(literal.value ?? null);
  return token.lexeme.startsWith("'") ? token.lexeme : `'${token.lexeme}'`;
}

if (process.argv[1] !== undefined && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== "") console.log(JSON.stringify(answer(JSON.parse(line).expr)));
  }
}
