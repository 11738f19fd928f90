// References to tokens inside one GitHub expression, found on the tree that GitHub's own parser builds.
import { Lexer, Parser } from "@actions/expressions";
import {
  Binary, ContextAccess, FunctionCall, Grouping, IndexAccess, Literal, Logical, Star, Unary
} from "@actions/expressions/ast";

/** Parses an expression without asking whether its names exist, each lexed token keeping its offset. */
export function parseExpression(expression) {
  const lexer = new Lexer(expression);
  const range = lexer.range.bind(lexer);
  lexer.range = () => ({ ...range(), offset: lexer.start });
  const parser = new Parser(lexer.lex().tokens, [], []);
  parser.extContexts.has = () => true;
  parser.context.allowUnknownKeywords = true;
  return parser.parse();
}

/** Every token reference of an expression as { token, offset }, in the order of their offsets. */
export function references(expression) {
  const found = [];
  visit(parseExpression(expression), found);
  return found.sort((a, b) => a.offset - b.offset);
}

function visit(node, found) {
  if (node instanceof IndexAccess) {
    const context = contextOf(node.expr);
    if (context === undefined) {
      visit(node.expr, found);
    } else {
      const token = tokenOf(context.name.lexeme.toLowerCase(), node.index);
      if (token !== undefined) found.push({ token, offset: context.name.range.offset });
    }
    visit(node.index, found);
  } else if (node instanceof ContextAccess) {
    if (node.name.lexeme.toLowerCase() === "secrets") found.push({ token: "*", offset: node.name.range.offset });
  } else if (node instanceof Grouping) {
    visit(node.group, found);
  } else if (node instanceof Unary) {
    visit(node.expr, found);
  } else if (node instanceof Binary) {
    visit(node.left, found);
    visit(node.right, found);
  } else if (node instanceof Logical || node instanceof FunctionCall) {
    for (const arg of node.args) visit(arg, found);
  }
}

function contextOf(node) {
  while (node instanceof Grouping) node = node.group;
  return node instanceof ContextAccess ? node : undefined;
}

function tokenOf(context, index) {
  while (index instanceof Grouping) index = index.group;
  const name = index instanceof Literal && typeof index.literal.value === "string" ? index.literal.value : undefined;
  if (context === "secrets") {
    if (index instanceof Star) return "*";
    return name === undefined ? "?" : name.toUpperCase();
  }
  return context === "github" && name?.toLowerCase() === "token" ? "GITHUB_TOKEN" : undefined;
}
