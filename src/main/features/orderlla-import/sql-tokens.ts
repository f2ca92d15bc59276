/** A piece of an SQL script. `word` is a name or keyword as written, `name` a quoted name, `text` a string's content. */
export type SqlToken = {
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'blob' | 'mark';
  readonly value: string;
};

/**
 * Cuts an SQL script into pieces, as SQLite and Postgres write them: comments gone, doubled quotes single, `E'…'`
 * escapes read, `$tag$…$tag$` one text. Nothing of it is ever run. Text that never closes ends with the script.
 */
export function* sqlTokens(script: string): Generator<SqlToken, void> {
  let at = 0;
  while (at < script.length) {
    const end = skipBlank(script, at);
    if (end > at) {
      at = end;
      continue;
    }
    const { token, next } = tokenAt(script, at);
    yield token;
    at = next;
  }
}

type Found = { readonly token: SqlToken; readonly next: number };

/** Where blanks and comments that begin here end. */
function skipBlank(script: string, at: number): number {
  const blank = match(blanks, script, at);
  if (blank !== null) return at + blank.length;
  if (script.startsWith('--', at)) {
    const end = script.indexOf('\n', at);
    return end < 0 ? script.length : end + 1;
  }
  return script.startsWith('/*', at) ? commentEnd(script, at) : at;
}

/** Nobody puts more comments into each other; the rest of such a script is one. */
const mostNested = 100;

/** Comments may hold comments, as in Postgres. */
function commentEnd(script: string, from: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from;
  let depth = 0;
  for (let found = mark.exec(script); found !== null; found = mark.exec(script)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
    if (depth > mostNested) return script.length;
  }
  return script.length;
}

const blanks = /\s+/y;
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const word = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const dollar = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;

function tokenAt(script: string, at: number): Found {
  const sign = script[at] ?? '';
  const follower = script[at + 1] ?? '';
  if (sign === "'") return textAt(script, at, 'text');
  if (follower === "'" && /[xXbB]/.test(sign)) return textAt(script, at + 1, 'blob');
  if (follower === "'" && /[nN]/.test(sign)) return textAt(script, at + 1, 'text');
  if (follower === "'" && /[eE]/.test(sign)) return escapedTextAt(script, at + 1);
  if (sign === '"' || sign === '`') return quotedAt(script, at, sign, 'name');
  if (sign === '[') return bracketedAt(script, at);
  const tag = match(dollar, script, at);
  if (tag !== null) return dollarTextAt(script, at, tag);
  const digits = match(number, script, at);
  if (digits !== null) return { token: { kind: 'number', value: digits }, next: at + digits.length };
  const name = match(word, script, at);
  if (name !== null) return { token: { kind: 'word', value: name }, next: at + name.length };
  return { token: { kind: 'mark', value: sign }, next: at + 1 };
}

function match(pattern: RegExp, script: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(script)?.[0] ?? null;
}

function textAt(script: string, at: number, kind: 'text' | 'blob'): Found {
  return quotedAt(script, at, "'", kind);
}

function quotedAt(script: string, at: number, quote: string, kind: SqlToken['kind']): Found {
  let end = at + 1;
  for (;;) {
    end = script.indexOf(quote, end);
    if (end < 0) return { token: { kind, value: script.slice(at + 1) }, next: script.length };
    if (script[end + 1] !== quote) break;
    end += 2;
  }
  const value = script.slice(at + 1, end).replaceAll(quote + quote, quote);
  return { token: { kind, value }, next: end + 1 };
}

const longestName = 200;

function bracketedAt(script: string, at: number): Found {
  const length = script.slice(at + 1, at + 1 + longestName).indexOf(']');
  if (length < 0) return { token: { kind: 'mark', value: '[' }, next: at + 1 };
  return { token: { kind: 'name', value: script.slice(at + 1, at + 1 + length) }, next: at + length + 2 };
}

function dollarTextAt(script: string, at: number, tag: string): Found {
  const from = at + tag.length;
  const end = script.indexOf(tag, from);
  const value = script.slice(from, end < 0 ? script.length : end);
  return { token: { kind: 'text', value }, next: end < 0 ? script.length : end + tag.length };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '' };

/** Far above any field of the shop: what comes after it is passed over. */
const longestText = 1024 * 1024;

/** Postgres' `E'…'`: a backslash takes the next sign with it. */
function escapedTextAt(script: string, at: number): Found {
  let value = '';
  let next = at + 1;
  while (next < script.length) {
    const sign = script[next] ?? '';
    const follower = script[next + 1] ?? '';
    if (sign === "'" && follower !== "'") return { token: { kind: 'text', value }, next: next + 1 };
    const pairs = sign === "'" || sign === '\\';
    if (value.length < longestText) value += sign === '\\' ? (escapes[follower] ?? follower) : sign;
    next += pairs ? 2 : 1;
  }
  return { token: { kind: 'text', value }, next: script.length };
}
