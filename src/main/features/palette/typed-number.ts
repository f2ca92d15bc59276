/** The number that a text is (`12`, `#12`), or null. */
export function typedNumber(text: string): number | null {
  const digits = /^#?\s*(\d{1,15})$/u.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}
