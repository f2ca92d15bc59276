import { commonPasswords } from './common-passwords.ts';

/** Why a password is not taken. */
export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'only-repeats';

/** Why a PIN is not taken. */
export type PinProblem = 'not-six-digits' | 'too-simple';

const shortest = 8;
const longest = 256;

/**
 * What is wrong with a password somebody chooses, null for nothing. Length is what counts: no rule asks for
 * digits or signs, but it must not be one that everybody guesses, nor such a one with its letters doubled,
 * its o's as zeros or an exclamation mark behind it.
 */
export function passwordProblem(text: string): PasswordProblem | null {
  const length = [...text].length;
  if (length < shortest) return 'too-short';
  if (length > longest) return 'too-long';
  if (isRepetition(text)) return 'only-repeats';
  return isCommon(text) ? 'too-common' : null;
}

function isCommon(text: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  const bare = plain.replace(/[!?.,;:*#_-]+$/, '');
  const letters = bare
    .replace(/[@4]/g, 'a')
    .replace(/0/g, 'o')
    .replace(/3/g, 'e')
    .replace(/[$5]/g, 's')
    .replace(/[1!]/g, 'i');
  const withoutNumber = bare.replace(/\d{1,4}$/, '');
  if (isRun(plain)) return true;
  return (
    [plain, bare, letters].some((form) => commonPasswords.has(form)) ||
    (withoutNumber.length >= shortest && commonPasswords.has(withoutNumber))
  );
}

/** "aaaaaaaa", "abcabcabc": one piece of at most four characters over and over. */
function isRepetition(text: string): boolean {
  return /^(.{1,4}?)\1+.{0,3}$/su.test(text) && new Set(text).size <= 4;
}

/** Characters that only count up or down: "abcdefgh", "98765432". */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  return (
    Math.abs(step) === 1 &&
    codes.every((code, index) => index === 0 || code - (codes[index - 1] ?? 0) === step)
  );
}

const keypadPins: ReadonlySet<string> = new Set([
  '147258',
  '258369',
  '147369',
  '159753',
  '357951',
  '741852',
  '852963',
  '963852',
  '159357',
  '456123',
  '789456',
  '123789',
  '789123',
  '321654',
  '654321',
  '112233',
  '332211',
  '123321',
  '102030',
  '100200',
  '520520',
  '521521',
]);

/**
 * What is wrong with a PIN: it has six digits, and is none of those that a guesser tries first. Refused
 * are repeats (111111, 121212, 123123), runs (123456, 135791), keypad strokes, pairs that rise (112233), a
 * year twice or with two digits (198019, 001980), and dates of birth (311280, 801231).
 */
export function pinProblem(text: string): PinProblem | null {
  if (!/^[0-9]{6}$/.test(text)) return 'not-six-digits';
  const digits = [...text].map(Number);
  if (/^(\d{1,3})\1+$/.test(text) || new Set(digits).size <= 2) return 'too-simple';
  if (isStepping(digits) || keypadPins.has(text) || isPairRun(digits)) return 'too-simple';
  return isBirthYearLike(text) || isDateLike(text) ? 'too-simple' : null;
}

/** Each digit the same step from the last, round the clock of ten: 123456, 890123, 246802. */
function isStepping(digits: readonly number[]): boolean {
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10);
  return new Set(steps).size === 1;
}

function isPairRun(digits: readonly number[]): boolean {
  const [a, b, c, d, e, f] = digits;
  return a === b && c === d && e === f && isStepping([a ?? 0, c ?? 0, e ?? 0]);
}

/** A year of a living person's birth at the start or end, the other two digits a pair, round or its own. */
function isBirthYearLike(text: string): boolean {
  const forms = [
    [text.slice(0, 4), text.slice(4)],
    [text.slice(2), text.slice(0, 2)],
  ] as const;
  return forms.some(([year, rest]) => {
    const isYear = /^(?:19[2-9]\d|20[0-2]\d)$/.test(year);
    return (
      isYear &&
      (rest === year.slice(0, 2) ||
        rest === year.slice(2) ||
        /^(\d)\1$/.test(rest) ||
        /^(?:0\d|1[0-2])$/.test(rest))
    );
  });
}

/** Six digits that are a day of a month with a year of two digits, in any country's order. */
function isDateLike(text: string): boolean {
  const day = '(?:0[1-9]|[12]\\d|3[01])';
  const month = '(?:0[1-9]|1[0-2])';
  // Only years of the working and their children: 1940 to 2026. The rest of the space stays open.
  const year = '(?:[4-9]\\d|[01]\\d|2[0-6])';
  return new RegExp(`^(?:${day}${month}${year}|${month}${day}${year}|${year}${month}${day})$`).test(text);
}
