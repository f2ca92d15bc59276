/** A national number without its country code is this long or shorter, nearly everywhere. */
const nationalDigits = 10;

/** A text that is a telephone number, or the beginning of one: digits and what people write between them. */
const phoneForm = /^[+(]?[\d\s()+\-./]*\d[\d\s()\-./]*$/u;

/** What a telephone number is also found by: its digits in one piece, and the same without a country code. */
export function phoneWords(phone: string): readonly string[] {
  const digits = phone.normalize('NFKC').replace(/\D/gu, '');
  if (digits.length < 3) return [];
  const short = digits.length > nationalDigits ? [digits.slice(-nationalDigits)] : [];
  const plain = digits.replace(/^0+/, '');
  return [...new Set([digits, plain, ...short])].filter((word) => word !== '');
}

/** What was typed as the beginning of such a word, or null when it is no telephone number. */
export function typedPhone(text: string): string | null {
  const typed = text.normalize('NFKC').trim();
  if (!phoneForm.test(typed)) return null;
  const digits = typed.replace(/\D/gu, '').replace(/^0+/, '');
  return digits.length >= 3 ? digits : null;
}
