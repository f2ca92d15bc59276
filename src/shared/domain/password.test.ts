import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonPasswords } from './common-passwords.ts';
import { passwordProblem, pinProblem } from './password.ts';

describe('passwordProblem', () => {
  test.each([
    ['', 'too-short'],
    ['1234567', 'too-short'],
    ['👍👍👍👍', 'too-short'],
    ['x'.repeat(257), 'too-long'],
    ['password', 'too-common'],
    ['PassWord', 'too-common'],
    ['P@ssw0rd', 'too-common'],
    ['password!', 'too-common'],
    ['password2026', 'too-common'],
    ['12345678', 'too-common'],
    ['abcdefghij', 'too-common'],
    ['qwertyuiop', 'too-common'],
    ['ｐａｓｓｗｏｒｄ', 'too-common'],
    ['aaaaaaaaaa', 'only-repeats'],
    ['abcabcabc', 'only-repeats'],
    ['12121212', 'only-repeats'],
    ['👍👍👍👍👍👍👍👍', 'only-repeats'],
  ] as const)('%j is %s', (text, problem) => {
    expect(passwordProblem(text)).toBe(problem);
  });

  test.each([
    'correct horse battery',
    'Kiosk-Tuesday-41',
    'mañana otra vez',
    '五月雨を集めて早し最上川',
    'zaub3rwald',
  ])('%s is taken', (text) => {
    expect(passwordProblem(text)).toBeNull();
  });

  test('the list is what it says', () => {
    expect(commonPasswords.size).toBe(3000);
    for (const word of commonPasswords) {
      expect(word).toBe(word.toLowerCase());
      expect(passwordProblem(word)).not.toBeNull();
      expect(passwordProblem(word.toUpperCase())).not.toBeNull();
    }
  });

  test('answers anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const problem = passwordProblem(text);
        if (problem === null) expect([...text].length).toBeGreaterThanOrEqual(8);
      }),
    );
    expect(passwordProblem('ab'.repeat(5_000_000))).toBe('too-long');
    expect(passwordProblem(`${'abab'.repeat(63)}x`)).not.toBeUndefined();
  });
});

describe('pinProblem', () => {
  test.each([
    '123456',
    '654321',
    '012345',
    '890123',
    '000000',
    '777777',
    '121212',
    '123123',
    '112233',
    '332211',
    '135791',
    '864208',
    '147258',
    '198080',
    '198019',
    '001980',
    '201020',
    '071984',
    '311280',
    '123180',
    '801231',
    '181818',
    '990099',
  ])('%s is too simple', (pin) => {
    expect(pinProblem(pin)).toBe('too-simple');
  });

  test.each(['', '12345', '1234567', '12345a', ' 12345', '١٢٣٤٥٦', '-12345'])(
    '%j has not six digits',
    (pin) => {
      expect(pinProblem(pin)).toBe('not-six-digits');
    },
  );

  test.each(['482915', '739164', '605837', '271828', '314159'])('%s is taken', (pin) => {
    expect(pinProblem(pin)).toBeNull();
  });

  test('nine in ten of all PINs may be chosen', () => {
    let free = 0;
    for (let n = 0; n < 1_000_000; n += 1) if (pinProblem(String(n).padStart(6, '0')) === null) free += 1;
    expect(free).toBeGreaterThan(900_000);
  });
});
