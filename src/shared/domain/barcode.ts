/** What a code is by its form and check digit; `other` is a code of the shop's own or of another kind. */
export type BarcodeKind = 'ean-13' | 'ean-8' | 'upc-a' | 'upc-e' | 'gtin-14' | 'other';

/** No symbology that a shop scans holds more. */
const longest = 80;

/**
 * One spelling for every form of a code, so that what is scanned finds what was typed or imported.
 *
 * Spaces round it, unprintable characters and a scanner's symbology prefix ("]E0") are cut. A UPC-A is the
 * EAN-13 with a leading zero; a UPC-E is expanded first; a GTIN-14 that only adds a zero loses it. Digits
 * of a full-width keyboard become plain. Whatever is none of these stays as it is, letter case included.
 * Empty where nothing printable is left; cut at 80 characters.
 */
export function normalizeBarcode(text: string): string {
  const printable = text
    .slice(0, longest * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .normalize('NFC')
    .replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .trim()
    .replace(/^(?:\][A-Za-z][0-9A-Za-z])+(?=.)/, '')
    .slice(0, longest)
    .trim();
  const digits = printable.replace(/(?<=\d)[ -](?=\d)/g, '');
  switch (barcodeKind(digits)) {
    case 'upc-a':
      return `0${digits}`;
    case 'upc-e':
      return `0${expandUpcE(digits) ?? ''}`;
    case 'gtin-14':
      return digits.startsWith('0') ? digits.slice(1) : digits;
    case 'ean-13':
    case 'ean-8':
      return digits;
    case 'other':
      return printable;
  }
}

/**
 * The kind of a code of digits alone whose check digit is right. Eight digits that begin with 0 and are
 * right both ways are taken for a UPC-E: an EAN-8 with a 0 is a shop's own and never comes with goods.
 */
export function barcodeKind(code: string): BarcodeKind {
  if (!/^[0-9]+$/.test(code)) return 'other';
  if (code.length === 8 && isUpcE(code) && (code.startsWith('0') || !isRight(code))) return 'upc-e';
  if (!isRight(code)) return 'other';
  if (code.length === 8) return 'ean-8';
  if (code.length === 12) return 'upc-a';
  if (code.length === 13) return 'ean-13';
  return code.length === 14 ? 'gtin-14' : 'other';
}

/** Whether an EAN-8, UPC-A, UPC-E, EAN-13 or GTIN-14 has the check digit it must have. */
export function checkDigitIsRight(code: string): boolean {
  return barcodeKind(code) !== 'other';
}

/** The digit that makes a code of digits right: weights 3 and 1 from the right, up to the next ten. */
export function checkDigit(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const weight = (digits.length - index) % 2 === 1 ? 3 : 1;
    sum += (digits.charCodeAt(index) - 48) * weight;
  }
  return (10 - (sum % 10)) % 10;
}

/** The UPC-A that eight digits of a UPC-E stand for, null where they are none. */
export function expandUpcE(code: string): string | null {
  const parts = /^([01])(\d)(\d)(\d)(\d)(\d)(\d)(\d)$/.exec(code);
  if (parts === null) return null;
  const [, system = '', a = '', b = '', c = '', d = '', e = '', last = '', check = ''] = parts;
  if (last <= '2') return `${system}${a}${b}${last}0000${c}${d}${e}${check}`;
  if (last === '3') return `${system}${a}${b}${c}00000${d}${e}${check}`;
  if (last === '4') return `${system}${a}${b}${c}${d}00000${e}${check}`;
  return `${system}${a}${b}${c}${d}${e}0000${last}${check}`;
}

function isUpcE(code: string): boolean {
  const expanded = expandUpcE(code);
  return expanded !== null && isRight(expanded);
}

function isRight(code: string): boolean {
  const isTradeNumber = code.length === 8 || (code.length >= 12 && code.length <= 14);
  return isTradeNumber && checkDigit(code.slice(0, -1)) === Number(code.slice(-1));
}
