import { isUtf8 } from 'node:buffer';
import { csvLimits } from './csv-limits.ts';
import type { RowProblem } from './row-problem.ts';
import { decodeSingleByte, guessSingleByteSteps } from './single-byte.ts';
import { finishSteps, type Steps } from './steps.ts';

export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'mac-roman'] as const;
export type TextEncoding = (typeof textEncodings)[number];

export type DecodedText = {
  /** Without a byte order mark and without NUL characters. */
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly hadMark: boolean;
  readonly problems: readonly RowProblem[];
};

export type DecodedParts = Omit<DecodedText, 'text'> & { readonly parts: readonly string[] };

/** A few milliseconds in the slowest encoding. */
const sliceBytes = 512 * 1024;

/**
 * Text of a file in whatever encoding it came in.
 *
 * A byte order mark decides; without one, zero bytes on one side of each pair mean UTF-16; bytes that are
 * UTF-8 throughout are UTF-8; broken UTF-8 stays UTF-8 when most of its characters are whole (a cut file,
 * one foreign cell) and else is Windows-1252 or Mac Roman by `guessSingleByteSteps`. A person may overrule it
 * with `chosen`. Never throws: what cannot be read becomes U+FFFD and a note.
 */
export function decodeText(bytes: Uint8Array, chosen?: TextEncoding): DecodedText {
  return finishSteps(decodeTextSteps(bytes, chosen));
}

/** `decodeText` in steps of half a mebibyte; yields bytes done. */
export function* decodeTextSteps(bytes: Uint8Array, chosen?: TextEncoding): Steps<DecodedText> {
  const { parts, ...decoded } = yield* decodePartsSteps(bytes, chosen);
  return { ...decoded, text: parts.join('') };
}

/** The same with the text in parts, which nobody need hold twice. */
export function* decodePartsSteps(bytes: Uint8Array, chosen?: TextEncoding): Steps<DecodedParts> {
  if (bytes.length > csvLimits.bytes) {
    const problem: RowProblem = {
      line: 0,
      code: 'file-too-large',
      params: { most: csvLimits.bytes / 1024 / 1024 },
      severity: 'error',
    };
    return { parts: [], encoding: chosen ?? 'utf-8', hadMark: false, problems: [problem] };
  }
  if (isBinary(bytes)) {
    const problem: RowProblem = { line: 0, code: 'not-text', params: {}, severity: 'error' };
    return { parts: [], encoding: chosen ?? 'utf-8', hadMark: false, problems: [problem] };
  }
  const mark = markOf(bytes);
  const encoding = chosen ?? mark?.encoding ?? (yield* guessEncodingSteps(bytes));
  const skip = mark?.encoding === encoding ? mark.length : 0;
  const isBroken = yield* isBrokenSteps(bytes, encoding);
  const parts: string[] = [];
  const decode = decoderOf(encoding);
  const seen = createFlawLines();
  for (let from = skip; from < bytes.length; from += sliceBytes) {
    const to = Math.min(from + sliceBytes, bytes.length);
    const part = decode(bytes.subarray(from, to), to === bytes.length);
    seen.look(part, isBroken);
    parts.push(part.includes('\0') ? part.replaceAll('\0', '') : part);
    yield to;
  }
  return { parts, encoding, hadMark: skip > 0, problems: seen.problems(isBroken) };
}

/** How spreadsheets, archives, pictures and papers begin, which people take for lists. */
const binaryStarts: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
];

/** Whether a file is something else than text: by how it begins, or full of control characters. */
function isBinary(bytes: Uint8Array): boolean {
  if (binaryStarts.some((start) => start.every((byte, place) => bytes[place] === byte))) return true;
  if (markOf(bytes) !== null || guessWide(bytes) !== null) return false;
  const start = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of start) if (byte < 32 && (byte < 9 || byte > 13)) controls += 1;
  return controls > 16 && controls > start.length / 20;
}

function markOf(bytes: Uint8Array): { encoding: TextEncoding; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

function* guessEncodingSteps(bytes: Uint8Array): Steps<TextEncoding> {
  const wide = guessWide(bytes);
  if (wide !== null) return wide;
  const isUtf8Text = (yield* isWholeUtf8Steps(bytes)) || (yield* isMostlyUtf8Steps(bytes));
  return isUtf8Text ? 'utf-8' : yield* guessSingleByteSteps(bytes);
}

function* isBrokenSteps(bytes: Uint8Array, encoding: TextEncoding): Steps<boolean> {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return bytes.length % 2 === 1;
  return encoding === 'utf-8' && !(yield* isWholeUtf8Steps(bytes));
}

/** Where a slice that begins at `from` ends: never between the bytes of one UTF-8 character. */
function utf8SliceEnd(bytes: Uint8Array, from: number): number {
  let to = Math.min(from + sliceBytes, bytes.length);
  for (let back = 0; back < 3 && to < bytes.length && ((bytes[to] ?? 0) & 0xc0) === 0x80; back += 1) to -= 1;
  return to;
}

function* isWholeUtf8Steps(bytes: Uint8Array): Steps<boolean> {
  for (let from = 0; from < bytes.length; ) {
    const to = utf8SliceEnd(bytes, from);
    if (!isUtf8(bytes.subarray(from, to))) return false;
    from = to;
    yield 0;
  }
  return true;
}

/** UTF-16 without a mark: commas, line ends and Latin letters leave a zero in the same half of each pair. */
function guessWide(bytes: Uint8Array): TextEncoding | null {
  const end = Math.min(bytes.length, 65_536) & ~1;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < end; index += 2) {
    if (bytes[index] === 0) evenZeros += 1;
    if (bytes[index + 1] === 0) oddZeros += 1;
  }
  const enough = Math.max(2, end / 20);
  if (oddZeros >= enough && oddZeros > evenZeros * 8) return 'utf-16le';
  if (evenZeros >= enough && evenZeros > oddZeros * 8) return 'utf-16be';
  return null;
}

/** Whether whole UTF-8 characters of several bytes outnumber the stray bytes by far. */
function* isMostlyUtf8Steps(bytes: Uint8Array): Steps<boolean> {
  let whole = 0;
  let stray = 0;
  for (let from = 0; from < bytes.length; ) {
    const to = utf8SliceEnd(bytes, from);
    for (let index = from; index < to; ) {
      const length = utf8Length(bytes, index);
      if (length > 1) whole += 1;
      else if (length === 0) stray += 1;
      index += Math.max(1, length);
    }
    from = to;
    yield 0;
  }
  return whole > stray * 4;
}

/** Bytes of the UTF-8 character that begins at a place; 0 where none does. */
function utf8Length(bytes: Uint8Array, index: number): number {
  const byte = bytes[index] ?? 0;
  if (byte < 0x80) return 1;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
  let found = 1;
  while (found < length && ((bytes[index + found] ?? 0) & 0xc0) === 0x80) found += 1;
  return length > 0 && found === length ? length : 0;
}

type Decode = (bytes: Uint8Array, isLast: boolean) => string;

/** Reads bytes that come in parts; UTF-16 is cut at even places. Keeps a byte order mark. */
export function decoderOf(encoding: TextEncoding): Decode {
  if (encoding === 'windows-1252' || encoding === 'mac-roman')
    return (bytes) => decodeSingleByte(bytes, encoding);
  const decoder = new TextDecoder(encoding === 'utf-8' ? 'utf-8' : 'utf-16le', { ignoreBOM: true });
  if (encoding !== 'utf-16be') return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
  return (bytes, isLast) => {
    const swapped = Buffer.from(bytes);
    // Slices are cut at even places, so only the last can be odd: its lone byte stays where it is.
    swapped.subarray(0, swapped.length & ~1).swap16();
    return decoder.decode(swapped, { stream: !isLast });
  };
}

/** Finds, part by part, the lines on which the first unreadable and the first NUL character stand. */
function createFlawLines() {
  let line = 1;
  let endsWithReturn = false;
  let brokenLine = 0;
  let zeroLine = 0;
  const look = (part: string, isBroken: boolean): void => {
    if (endsWithReturn && !part.startsWith('\n')) line += 1;
    const broken = isBroken && brokenLine === 0 ? part.indexOf('\ufffd') : -1;
    const zero = zeroLine === 0 ? part.indexOf('\0') : -1;
    if (broken >= 0) brokenLine = line + lineEnds(part, broken);
    if (zero >= 0) zeroLine = line + lineEnds(part, zero);
    line += lineEnds(part, part.length);
    endsWithReturn = part.endsWith('\r');
  };
  const problems = (isBroken: boolean): readonly RowProblem[] => {
    const found: RowProblem[] = [];
    const add = (code: 'characters-broken' | 'nul-removed', at: number) =>
      found.push({ line: at, code, params: {}, severity: 'note' });
    if (isBroken) add('characters-broken', brokenLine);
    if (zeroLine > 0) add('nul-removed', zeroLine);
    return found;
  };
  return { look, problems };
}

/** Line ends before a place; a CR that ends the text is not counted, an LF may follow. */
function lineEnds(text: string, place: number): number {
  let count = 0;
  for (let index = 0; index < place; index += 1) {
    const code = text.charCodeAt(index);
    const isLoneReturn = code === 13 && index + 1 < text.length && text.charCodeAt(index + 1) !== 10;
    if (code === 10 || isLoneReturn) count += 1;
  }
  return count;
}
