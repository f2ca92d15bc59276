import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRecoveryCode, parseRecoveryCode } from './recovery-code.ts';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('recovery codes', () => {
  test('look as they should', () => {
    expect(formatRecoveryCode(new Uint8Array(16))).toBe('000-000-000-000-000-000-000-000-000');
    const most = formatRecoveryCode(new Uint8Array(16).fill(255));
    expect(most).toMatch(/^7ZZ(-ZZZ){7}-ZZ.$/);
    expect(() => formatRecoveryCode(new Uint8Array(15))).toThrow(RangeError);
  });

  test('come back as they were, however they are copied', () => {
    fc.assert(
      fc.property(bytes, (code) => {
        const text = formatRecoveryCode(code);
        expect(text).toMatch(/^[0-9A-Z*~$=]{3}(-[0-9A-Z*~$=]{3}){8}$/);
        expect(parseRecoveryCode(text)).toEqual(code);
        expect(parseRecoveryCode(` ${text.toLowerCase().replaceAll('-', ' – ')}\n`)).toEqual(code);
        expect(parseRecoveryCode(text.replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(code);
      }),
    );
  });

  test('one wrong symbol or two swapped neighbours are noticed', () => {
    fc.assert(
      fc.property(bytes, fc.nat(25), fc.nat(31), (code, at, other) => {
        const text = formatRecoveryCode(code).replaceAll('-', '');
        const wrong =
          text.slice(0, at) + '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(other) + text.slice(at + 1);
        if (wrong !== text) expect(parseRecoveryCode(wrong)).toBeNull();
        const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
        if (at < 25 && swapped !== text) expect(parseRecoveryCode(swapped)).toBeNull();
      }),
    );
  });

  test.each([
    '',
    '0',
    '0'.repeat(28),
    `${'Z'.repeat(26)}0`,
    'not a code at all, not even nearly',
    '0'.repeat(100_000),
    '👍'.repeat(27),
  ])('no code: %.12j', (text) => {
    expect(parseRecoveryCode(text)).toBeNull();
  });
});
