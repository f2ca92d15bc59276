const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Crockford's check symbols: the 32 and five more, for a remainder by 37. */
const checkSymbols = `${symbols}*~$=U`;
const codeBytes = 16;
const codeSymbols = 26;

/**
 * Writes 16 random bytes as a code that a person copies from paper: 26 symbols of Crockford's base 32
 * (no I, L, O, U) and a check symbol, in nine groups of three. Throws RangeError for another length.
 */
export function formatRecoveryCode(bytes: Uint8Array): string {
  if (bytes.length !== codeBytes)
    throw new RangeError(`a recovery code has ${codeBytes} bytes, not ${bytes.length}`);
  let value = 0n;
  for (const byte of bytes) value = value * 256n + BigInt(byte);
  let text = checkSymbol(value);
  for (let rest = value, count = 0; count < codeSymbols; rest /= 32n, count += 1) {
    text = symbols.charAt(Number(rest % 32n)) + text;
  }
  return text.replace(/...(?=.)/gu, '$&-');
}

/**
 * Reads a recovery code as people copy it: any case, any spaces or dashes, O for 0, I or L for 1. Null when
 * it is not one or its check symbol says that a symbol is wrong or two are swapped.
 */
export function parseRecoveryCode(text: string): Uint8Array | null {
  if (text.length > 200) return null;
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212._]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (plain.length !== codeSymbols + 1) return null;
  let value = 0n;
  for (const symbol of plain.slice(0, codeSymbols)) {
    const digit = symbols.indexOf(symbol);
    if (digit < 0) return null;
    value = value * 32n + BigInt(digit);
  }
  if (value >= 1n << 128n || plain.slice(codeSymbols) !== checkSymbol(value)) return null;
  return Uint8Array.from({ length: codeBytes }, (_, index) =>
    Number((value >> BigInt(8 * (15 - index))) & 255n),
  );
}

function checkSymbol(value: bigint): string {
  return checkSymbols.charAt(Number(value % 37n));
}
