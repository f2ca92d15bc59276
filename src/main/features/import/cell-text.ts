import { readGuarded } from '../csv/formula-guard.ts';

/** A cell as text: without a formula guard, without a spreadsheet's `="…"`, without unprintable characters, without blanks at its edges. */
export function cellText(cell: string): string {
  const trimmed = cell.replace(/[^\P{Cc}\n\r\t]/gu, '').trim();
  const protectedText = /^="([^"]*)"$/.exec(trimmed);
  return (protectedText?.[1] ?? readGuarded(trimmed)).trim();
}

/** Text that stands for nothing: none, a dash, "n/a". */
export function isBlank(text: string): boolean {
  return /^(?:[-–—]|#?n\/a)?$/i.test(text);
}

/** The same where a number or code belongs, where programs also write "null" and "NaN". */
export function isBlankValue(text: string): boolean {
  return isBlank(text) || /^(?:null|none|nan|nil)$/i.test(text);
}

const yes = new Set(
  'true 1 yes y ja oui si sim wahr vrai verdadero vero verdadeiro on x ✓ ✔ igen tak evet da'.split(' '),
);
const no = new Set('false 0 no n nein non nao falsch faux falso off nie hayir nem ne'.split(' '));

/** Yes or no in the words that programs and spreadsheets of several languages write; null for neither. */
export function readFlag(text: string): boolean | null {
  const word = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : null;
}

/** `damaged`: a spreadsheet turned the digits into 4.00638E+12, and nobody can say what they were. */
export type ReadCode = { readonly code: string; readonly damaged: boolean };

/** An SKU or one barcode: also without the apostrophe that shops put before leading zeros. */
export function readCode(cell: string): ReadCode {
  const text = cellText(cell).replace(/^'/, '').trim();
  if (/^\d(?:[.,]\d+)?e\+?\d{1,3}$/i.test(text) && text.includes('+')) return { code: '', damaged: true };
  if (/^\d{5,}\.0+$/.test(text)) return { code: text.replace(/\.0+$/, ''), damaged: false };
  return { code: isBlankValue(text) ? '' : text.replace(/\s+/g, ' '), damaged: false };
}

/** The barcodes of a cell: several are parted by commas, semicolons, bars or line breaks. Each once. */
export function readBarcodes(cell: string): {
  readonly barcodes: readonly string[];
  readonly damaged: boolean;
} {
  let damaged = false;
  const barcodes = new Set<string>();
  for (const part of cellText(cell).split(/[,;|\n\r]+/)) {
    const read = readCode(part);
    damaged ||= read.damaged;
    const digits = read.code.replace(/[\s-]/g, '');
    const code = /^\d{8,14}$/.test(digits) ? digits : read.code;
    if (code !== '') barcodes.add(code);
  }
  return { barcodes: [...barcodes], damaged };
}

/** Levels of a path that are looked at: more is no way to anything. */
const mostLevels = 100;

/** "Food > Tea" as ["Food", "Tea"]: the levels of one category path. */
export function readCategoryPath(text: string): readonly string[] {
  return text
    .split(/>|»|›|::/, mostLevels)
    .map((level) => level.replace(/\s+/g, ' ').trim())
    .filter((level) => level !== '');
}
