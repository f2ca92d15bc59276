/** Digits in groups, parted by what people put between them. A digit before or after makes it another number. */
const digitRuns = /\d+(?:[ \-.\u2010-\u2015]{1,2}\d+)*/gu;

/**
 * Whether a text holds what may be the number of a payment card: 13 to 19 digits, in one piece or in groups,
 * that pass the check of card numbers. No such number may ever be stored.
 *
 * Telephone numbers written with their country code (+49 …, 0049 …) are left alone, though one in ten of the
 * long ones passes the check too; digits of any script count.
 */
export function looksLikeCardNumber(text: string): boolean {
  const plain = plainDigits(text);
  for (const match of plain.matchAll(digitRuns)) {
    const before = plain[match.index - 1];
    if (before !== '+' && hasCardNumber(match[0].split(/\D+/u))) return true;
  }
  return false;
}

/** Whether some neighbouring groups, taken whole, make a card number: "4111 1111 1111 1111 and then 123". */
function hasCardNumber(groups: readonly string[]): boolean {
  return groups.some((_, first) => {
    let digits = '';
    for (const group of groups.slice(first)) {
      digits += group;
      if (digits.length > 19) return false;
      if (digits.length >= 13 && !digits.startsWith('0') && passesCheck(digits)) return true;
    }
    return false;
  });
}

/** Luhn's check: every second digit from the right is doubled, and the sum of all digits ends in 0. */
function passesCheck(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Full-width, Arabic, Devanagari … digits as 0 to 9, unusual spaces as one space, invisible signs gone. */
function plainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Zs}|\s/gu, ' ')
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Digits of a script stand in tens, zero first, and each ten begins where no digit is before it. */
function digitValue(digit: string): number {
  if (digit >= '0' && digit <= '9') return Number(digit);
  let code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return value;
}
