/**
 * The key of a tender as it is kept: one letter in upper case, or one digit, of any script. Null for anything that is
 * not a single one.
 */
export function payKeyOf(typed: string): string | null {
  const key = typed.trim().normalize('NFC').toUpperCase();
  return [...key].length === 1 && /^[\p{L}\p{Nd}]$/u.test(key) ? key : null;
}

/** Whether the key is a digit: fields for amounts need it for themselves. */
export function isDigitKey(key: string): boolean {
  return /^\p{Nd}$/u.test(key);
}
