/**
 * A scaled integer as an exact decimal string: `(−1050, 2)` → `-10.50`.
 *
 * `Intl` reads such a string digit by digit, so that no amount ever passes through a float.
 */
export function decimalString(scaled: number, exponent: number): `${number}` {
  const digits = String(Math.abs(scaled)).padStart(exponent + 1, '0');
  const cut = digits.length - exponent;
  const fraction = exponent === 0 ? '' : `.${digits.slice(cut)}`;
  return `${scaled < 0 ? '-' : ''}${digits.slice(0, cut)}${fraction}` as `${number}`;
}

/** A real minus sign instead of the hyphen, which is too short and too low beside figures. */
export function typographicMinus(written: string): string {
  return written.replace('-', '\u2212');
}
