/**
 * The key of a tender as it is kept: one letter of any script in upper case, or one digit. Null for anything that is
 * not a single one.
 */
export function payKeyOf(typed: string): string | null {
  const key = typed.trim().normalize('NFC').toUpperCase();
  return /^[\p{L}0-9]$/u.test(key) ? key : null;
}

/** Whether the key is a digit: fields for amounts need it for themselves. */
export function isDigitKey(key: string): boolean {
  return /^[0-9]$/.test(key);
}
