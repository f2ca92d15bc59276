/**
 * A flat text codec for what structured clone accepts: undefined, NaN, −0, BigInt, Date, RegExp, Map,
 * Set, Error, buffers and views, shared references and cycles. Each value is a row of a table, and rows
 * name each other by number.
 *
 * It runs in this process and, as its own source text, inside the page: hence only function
 * declarations, using nothing but each other (`codecFunctions`) and globals that both sides have.
 */
type Row = readonly [string, ...unknown[]] | string | number | boolean | null;
type AddRow = (value: unknown) => number;
type RowAt = (index: unknown) => unknown;

function viewTypes(): Readonly<
  Record<string, new (b: ArrayBuffer, o: number, n: number) => ArrayBufferView>
> {
  const integers = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
  };
  return { ...integers, Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView };
}

function errorTypes(): Readonly<Record<string, new (message: string) => Error>> {
  return { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
}

function toBase64(bytes: Uint8Array): string {
  const step = 0x2000;
  let text = '';
  for (let i = 0; i < bytes.length; i += step) text += String.fromCharCode(...bytes.subarray(i, i + step));
  return btoa(text);
}

function fromBase64(text: string): ArrayBuffer {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes.buffer;
}

function encodeNumber(value: number): Row {
  if (Object.is(value, -0)) return ['n', '-0'];
  return Number.isFinite(value) ? value : ['n', String(value)];
}

function encodeView(view: ArrayBufferView, add: AddRow): Row {
  const type = Object.prototype.toString.call(view).slice(8, -1);
  const length = view instanceof DataView ? view.byteLength : (view as Uint8Array).length;
  return ['v', type, add(view.buffer), view.byteOffset, length];
}

function encodeError(error: Error, add: AddRow): Row {
  return ['e', error.name, error.message, error.stack ?? '', 'cause' in error ? add(error.cause) : -1];
}

function encodeObject(value: object, add: AddRow): Row {
  if (Array.isArray(value)) return ['a', ...Array.from(value, (item) => add(item))];
  if (value instanceof Date) return ['d', Number.isNaN(value.getTime()) ? null : value.getTime()];
  if (value instanceof RegExp) return ['r', value.source, value.flags];
  if (value instanceof Map) return ['m', ...[...value].flatMap(([key, item]) => [add(key), add(item)])];
  if (value instanceof Set) return ['s', ...Array.from(value, (item) => add(item))];
  if (value instanceof Error) return encodeError(value, add);
  if (value instanceof ArrayBuffer) return ['x', toBase64(new Uint8Array(value))];
  if (ArrayBuffer.isView(value)) return encodeView(value, add);
  return ['o', ...Object.entries(value).flatMap(([key, item]) => [key, add(item)])];
}

function encodePrimitive(value: unknown): Row {
  if (typeof value === 'number') return encodeNumber(value);
  if (typeof value === 'bigint') return ['b', String(value)];
  return value === undefined ? ['u'] : (value as string | boolean | null);
}

/** The text of a value. Give it the result of `structuredClone`, which refuses what cannot travel. */
export function encode(root: unknown): string {
  const rows: Row[] = [];
  const known = new Map<object, number>();
  function add(value: unknown): number {
    if (typeof value !== 'object' || value === null) return rows.push(encodePrimitive(value)) - 1;
    const seen = known.get(value);
    if (seen !== undefined) return seen;
    const index = rows.push(null) - 1;
    known.set(value, index);
    rows[index] = encodeObject(value, add);
    return index;
  }
  add(root);
  return JSON.stringify(rows);
}

function define(target: object, key: string, value: unknown, enumerable: boolean): void {
  Object.defineProperty(target, key, { value, enumerable, configurable: true, writable: true });
}

function decodeError(parts: readonly unknown[], at: RowAt): Error {
  const [name, message, stack, cause] = parts as [string, string, string, number];
  const error = new (errorTypes()[name] ?? Error)(message);
  if (error.name !== name) define(error, 'name', name, false);
  define(error, 'stack', stack, false);
  if (cause !== -1) define(error, 'cause', at(cause), false);
  return error;
}

function decodeNumber(name: string): number {
  return name === '-0' ? -0 : Number(name);
}

function decodeLeaf(kind: string, parts: readonly unknown[], at: RowAt): unknown {
  const [first, second] = parts as [string, string];
  if (kind === 'u') return undefined;
  if (kind === 'n') return decodeNumber(first);
  if (kind === 'b') return BigInt(first);
  if (kind === 'd') return new Date(first === null ? Number.NaN : first);
  if (kind === 'r') return new RegExp(first, second);
  if (kind === 'x') return fromBase64(first);
  if (kind === 'e') return decodeError(parts, at);
  const [type, buffer, offset, length] = parts as [string, number, number, number];
  return new (viewTypes()[type] ?? Uint8Array)(at(buffer) as ArrayBuffer, offset, length);
}

function emptyOf(kind: string): object | null {
  if (kind === 'a') return [];
  if (kind === 's') return new Set();
  if (kind === 'm') return new Map();
  return kind === 'o' ? {} : null;
}

function fill(empty: object, parts: readonly unknown[], at: RowAt): void {
  if (Array.isArray(empty)) for (const part of parts) empty.push(at(part));
  else if (empty instanceof Set) for (const part of parts) empty.add(at(part));
  else {
    for (let p = 0; p < parts.length; p += 2) {
      if (empty instanceof Map) empty.set(at(parts[p]), at(parts[p + 1]));
      else define(empty, parts[p] as string, at(parts[p + 1]), true);
    }
  }
}

/** The value that `encode` wrote. */
export function decode(text: string): unknown {
  const rows = JSON.parse(text) as readonly Row[];
  const made = new Map<number, unknown>();
  function at(index: unknown): unknown {
    const i = index as number;
    const row = rows[i] as Row;
    if (!Array.isArray(row)) return row;
    if (made.has(i)) return made.get(i);
    const [kind, ...parts] = row as [string, ...unknown[]];
    const empty = emptyOf(kind);
    made.set(i, empty ?? decodeLeaf(kind, parts, at));
    if (empty) fill(empty, parts, at);
    return made.get(i);
  }
  return at(0);
}

/** Everything that the page needs of this file. */
export const codecFunctions: readonly ((...words: never[]) => unknown)[] = [
  viewTypes,
  errorTypes,
  toBase64,
  fromBase64,
  encodeNumber,
  encodeView,
  encodeError,
  encodeObject,
  encodePrimitive,
  encode,
  define,
  decodeError,
  decodeNumber,
  decodeLeaf,
  emptyOf,
  fill,
  decode,
];
