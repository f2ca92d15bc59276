import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeCardNumber } from './card-number.ts';

/** The digit that makes a number pass Luhn's check, worked out the slow way. */
function checkDigit(digits: string): string {
  for (let candidate = 0; candidate <= 9; candidate += 1) {
    let sum = 0;
    const all = `${digits}${candidate}`;
    for (const [index, sign] of [...all].reverse().entries()) {
      const twice = index % 2 === 1 ? Number(sign) * 2 : Number(sign);
      sum += Math.floor(twice / 10) + (twice % 10);
    }
    if (sum % 10 === 0) return String(candidate);
  }
  throw new Error('no digit fits');
}

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const cardNumber = fc
  .tuple(fc.integer({ min: 1, max: 9 }).map(String), fc.array(digit, { minLength: 11, maxLength: 17 }))
  .map(([first, rest]) => first + rest.join(''))
  .map((digits) => digits + checkDigit(digits));

describe('looksLikeCardNumber', () => {
  it.each([
    '4111111111111111',
    'card 4111 1111 1111 1111, exp 12/28',
    '4111-1111-1111-1111',
    '4111.1111.1111.1111',
    '378282246310005',
    '3782 822463 10005',
    '4111 1111 1111 1111 123',
    'ref 17 4111 1111 1111 1111',
    '６０１１１１１１１１１１１１１７',
    '٤١١١١١١١١١١١١١١١',
    '4111\u00a01111\u00a01111\u00a01111',
    '4111\u200b1111\u200b1111\u200b1111',
    '4111\n1111\n1111\n1111',
  ])('finds the number in %j', (text) => {
    expect(looksLikeCardNumber(text)).toBe(true);
  });

  it.each([
    '',
    '4111111111111112',
    '+91 98765 43210, +91 98765 43211',
    '+49 1512 3456789',
    '411111111111',
    '0000000000000000',
    'order 1042 of 22.11.2026, leave with 12 Hill Road 4 b',
    '41111111111111111111111111',
    'x'.repeat(1000),
    '12345 '.repeat(160),
  ])('leaves %j alone', (text) => {
    expect(looksLikeCardNumber(text)).toBe(false);
  });

  it('finds any valid number of 13 to 19 digits, plain or in fours, among other words', () => {
    fc.assert(
      fc.property(cardNumber, fc.constantFrom('', ' ', '-'), (number, separator) => {
        const written = number.replace(/(.{4})(?=.)/g, `$1${separator}`);
        expect(looksLikeCardNumber(`please charge ${written} thanks`)).toBe(true);
      }),
    );
  });

  it('finds none in one wrong digit', () => {
    fc.assert(
      fc.property(cardNumber, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, place, more) => {
        const at = place % number.length;
        const wrong = (Number(number[at]) + more) % 10;
        fc.pre(at > 0 || wrong > 0);
        const changed = number.slice(0, at) + wrong + number.slice(at + 1);
        expect(looksLikeCardNumber(changed)).toBe(false);
      }),
    );
  });
});
