// From a character of a YAML scalar's value to the character of the file that it was written with.
//
// The decoding is done here, character by character, with the source offset kept beside each value character. The
// caller compares the outcome with the value that the YAML library computed: where they differ the map is not used.

/** Decodes the scalar at `token` (a CST token of the yaml library) and returns { value, offsets }. */
export function mapScalar(text, token, value) {
  const out = new Output();
  switch (token.type) {
    case "scalar":
      flow(out, text, token.offset, token.offset + token.source.length, "plain");
      break;
    case "single-quoted-scalar":
      flow(out, text, token.offset + 1, token.offset + token.source.length - 1, "single");
      break;
    case "double-quoted-scalar":
      flow(out, text, token.offset + 1, token.offset + token.source.length - 1, "double");
      break;
    case "block-scalar":
      block(out, text, token, value);
      break;
    default:
      return undefined;
  }
  return { value: out.chars.join(""), offsets: out.offsets };
}

class Output {
  chars = [];
  offsets = [];
  protectedLength = 0; // characters that an escape wrote are never trimmed at the end of a line

  add(string, offset) {
    for (const unit of string.split("")) {
      this.chars.push(unit);
      this.offsets.push(offset);
    }
  }

  protect() {
    this.protectedLength = this.chars.length;
  }

  trimBlanks() {
    while (this.chars.length > this.protectedLength && isBlank(this.chars[this.chars.length - 1])) {
      this.chars.pop();
      this.offsets.pop();
    }
  }
}

function isBlank(c) {
  return c === " " || c === "\t";
}

function breakLength(text, i) {
  if (text[i] === "\n") return 1;
  return text[i] === "\r" && text[i + 1] === "\n" ? 2 : 0;
}

function flow(out, text, start, end, style) {
  let i = start;
  while (i < end) {
    const c = text[i];
    if (breakLength(text, i) > 0) {
      out.trimBlanks();
      i = fold(out, text, i, end, false);
    } else if (style === "single" && c === "'" && text[i + 1] === "'") {
      out.add("'", i);
      i += 2;
    } else if (style === "double" && c === "\\") {
      i = escape(out, text, i, end);
    } else {
      out.add(c, i);
      i++;
    }
  }
}

// One line break becomes a space, n of them become n - 1 line feeds; an escaped first break becomes nothing.
function fold(out, text, i, end, escaped) {
  const first = i;
  let breaks = 0;
  let next = i;
  while (next < end) {
    const length = breakLength(text, next);
    if (length > 0) {
      breaks++;
      next += length;
      i = next;
    } else if (isBlank(text[next])) {
      next++;
    } else {
      break;
    }
  }
  // blanks after the last break are indentation
  if (breaks > 1) out.add("\n".repeat(breaks - 1), first);
  else if (!escaped) out.add(" ", first);
  return next;
}

const shortEscapes = {
  0: "\0", a: "\x07", b: "\b", t: "\t", "\t": "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b",
  " ": " ", '"': '"', "/": "/", "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029"
};
const hexEscapes = { x: 2, u: 4, U: 8 };

function escape(out, text, i, end) {
  const c = text[i + 1];
  if (breakLength(text, i + 1) > 0) {
    out.protect();
    return fold(out, text, i + 1, end, true);
  }
  const digits = hexEscapes[c];
  if (digits !== undefined) {
    out.add(String.fromCodePoint(parseInt(text.substr(i + 2, digits), 16)), i);
    out.protect();
    return i + 2 + digits;
  }
  out.add(shortEscapes[c] ?? "\\" + c, i);
  out.protect();
  return i + 2;
}

function block(out, text, token, value) {
  const header = token.props.find(prop => prop.type === "block-scalar-header");
  const last = token.props[token.props.length - 1];
  const start = last.offset + last.source.length;
  const lines = blockLines(text, start, start + token.source.length);
  const indent = blockIndent(token, header.source, text, lines);
  for (const line of lines) {
    let skipped = 0;
    while (skipped < indent && text[line.start] === " " && line.start < line.end) {
      line.start++;
      skipped++;
    }
  }
  let contentEnd = lines.length;
  while (contentEnd > 0 && lines[contentEnd - 1].start === lines[contentEnd - 1].end) contentEnd--;
  const folded = header.source[0] === ">";
  for (let n = 0; n < contentEnd; n++) {
    const line = lines[n];
    for (let i = line.start; i < line.end; i++) out.add(text[i], i);
    if (n + 1 < contentEnd) {
      n = folded ? foldBlock(out, text, lines, n) : (out.add("\n", line.end), n);
    }
  }
  // The trailing breaks hold no expression: the value says how many were kept.
  const tail = lines.length > 0 ? lines[Math.max(0, contentEnd - 1)].end : start;
  out.add("\n".repeat(Math.max(0, value.length - out.chars.length)), tail);
}

function blockLines(text, start, end) {
  const lines = [];
  for (let i = start; i < end; ) {
    let stop = text.indexOf("\n", i);
    const next = stop < 0 || stop >= end ? end : stop + 1;
    if (stop < 0 || stop >= end) stop = end;
    lines.push({ start: i, end: stop > i && text[stop - 1] === "\r" && stop < end ? stop - 1 : stop });
    i = next;
  }
  return lines;
}

function blockIndent(token, header, text, lines) {
  const digit = /[1-9]/.exec(header);
  if (digit) return token.indent + Number(digit[0]);
  for (const line of lines) {
    let i = line.start;
    while (i < line.end && text[i] === " ") i++;
    if (i < line.end) return i - line.start;
  }
  return Number.MAX_SAFE_INTEGER;
}

// Writes what stands between line n and the next line with content; returns the index of the line before that one.
function foldBlock(out, text, lines, n) {
  let next = n + 1;
  while (lines[next].start === lines[next].end) next++;
  const gap = next - n - 1;
  const isEmpty = lines[n].start === lines[n].end;
  const isSpaced = isBlank(text[lines[n].start]) || isBlank(text[lines[next].start]);
  const breaks = isEmpty || isSpaced ? gap + 1 : gap;
  out.add(breaks === 0 ? " " : "\n".repeat(breaks), lines[n].end);
  return next - 1;
}
