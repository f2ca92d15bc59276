export type PasswordStrength = 'fair' | 'good' | 'strong';

/** Bits from which a password is good, and strong: guessing 2^50 of our hashes takes a rich thief years. */
const good = 50;
const strong = 75;

/**
 * How hard a password is to guess, for words beside the field; what is refused is `passwordProblem`'s matter.
 * Counts each character by the kinds of characters there are, and one that repeats or goes on counting from
 * the one before it as nearly nothing.
 */
export function passwordStrength(text: string): PasswordStrength {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const bitsEach = Math.log2(poolOf(text));
  const steps = codes.map((code, index) => Math.abs(code - (codes[index - 1] ?? Number.NaN)));
  const bits = steps.reduce((sum, step) => sum + (step <= 1 ? 1 : bitsEach), 0);
  // Many of few characters are fewer than they look: "abab abab abab".
  const varied = bits * Math.min(1, new Set(codes).size / 8);
  if (varied < good) return 'fair';
  return varied < strong ? 'good' : 'strong';
}

function poolOf(text: string): number {
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[0-9]/, 10],
    [/[ -/:-@[-`{-~]/, 20],
    [/[^ -~]/, 60],
  ];
  const pool = kinds.reduce((sum, [kind, size]) => sum + (kind.test(text) ? size : 0), 0);
  return Math.max(pool, 2);
}
