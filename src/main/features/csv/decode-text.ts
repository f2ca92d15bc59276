import { isUtf8 } from 'node:buffer';
import { csvLimits } from './csv-limits.ts';
import type { RowProblem } from './row-problem.ts';
import { decodeSingleByte, guessSingleByte } from './single-byte.ts';
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

const sliceBytes = 1024 * 1024;

/**
 * Text of a file in whatever encoding it came in.
 *
 * A byte order mark decides; without one, zero bytes on one side of each pair mean UTF-16; bytes that are
 * UTF-8 throughout are UTF-8; broken UTF-8 stays UTF-8 when most of its characters are whole (a cut file,
 * one foreign cell) and else is Windows-1252 or Mac Roman by `guessSingleByte`. A person may overrule it
 * with `chosen`. Never throws: what cannot be read becomes U+FFFD and a note.
 */
export function decodeText(bytes: Uint8Array, chosen?: TextEncoding): DecodedText {
  return finishSteps(decodeTextSteps(bytes, chosen));
}

/** `decodeText` in steps of one mebibyte; yields bytes done. */
export function* decodeTextSteps(bytes: Uint8Array, chosen?: TextEncoding): Steps<DecodedText> {
  if (bytes.length > csvLimits.bytes) {
    const problem: RowProblem = {
      line: 0,
      code: 'file-too-large',
      params: { most: csvLimits.bytes / 1024 / 1024 },
      severity: 'error',
    };
    return { text: '', encoding: chosen ?? 'utf-8', hadMark: false, problems: [problem] };
  }
  const mark = markOf(bytes);
  const encoding = chosen ?? mark?.encoding ?? guessEncoding(bytes);
  const skip = mark?.encoding === encoding ? mark.length : 0;
  const parts: string[] = [];
  const decode = decoderOf(encoding);
  for (let from = skip; from < bytes.length; from += sliceBytes) {
    const to = Math.min(from + sliceBytes, bytes.length);
    parts.push(decode(bytes.subarray(from, to), to === bytes.length));
    if (to < bytes.length) yield to;
  }
  const whole = parts.join('');
  const text = whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
  return { text, encoding, hadMark: skip > 0, problems: problemsOf(bytes, encoding, whole) };
}

function markOf(bytes: Uint8Array): { encoding: TextEncoding; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

function guessEncoding(bytes: Uint8Array): TextEncoding {
  const wide = guessWide(bytes);
  if (wide !== null) return wide;
  if (isUtf8(bytes) || isMostlyUtf8(bytes)) return 'utf-8';
  return guessSingleByte(bytes);
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
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let stray = 0;
  for (let index = 0; index < bytes.length; ) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) {
      index += 1;
      continue;
    }
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    let found = 1;
    while (found < length && ((bytes[index + found] ?? 0) & 0xc0) === 0x80) found += 1;
    const isWhole = length > 0 && found === length;
    if (isWhole) whole += 1;
    else stray += 1;
    index += isWhole ? length : 1;
  }
  return whole > stray * 4;
}

type Decode = (bytes: Uint8Array, isLast: boolean) => string;

function decoderOf(encoding: TextEncoding): Decode {
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

function problemsOf(bytes: Uint8Array, encoding: TextEncoding, text: string): readonly RowProblem[] {
  const problems: RowProblem[] = [];
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const isBroken = isWide ? bytes.length % 2 === 1 : encoding === 'utf-8' && !isUtf8(bytes);
  if (isBroken) {
    const line = lineOf(text, text.indexOf('\ufffd'));
    problems.push({ line, code: 'characters-broken', params: {}, severity: 'note' });
  }
  const zero = text.indexOf('\0');
  if (zero >= 0) {
    problems.push({
      line: lineOf(text, zero),
      code: 'nul-removed',
      params: {},
      severity: 'note',
    });
  }
  return problems;
}

function lineOf(text: string, place: number): number {
  if (place < 0) return 0;
  let line = 1;
  for (let index = 0; index < place; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) line += 1;
  }
  return line;
}
