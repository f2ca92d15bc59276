import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHash, addSum, parseSum, partOf, partSize, sumText, zeroSum } from './sum.ts';

const hashOf = (of: unknown): Buffer => createHash('sha256').update(String(of)).digest();
const bigOf = (bytes: Buffer): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
const whole = 1n << 256n;

describe('sums of hashes', () => {
  it('add and take away modulo 2^256, as a bigint does', () => {
    const step = fc.record({ value: fc.integer(), sign: fc.constantFrom(1 as const, -1 as const) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const sum = zeroSum();
        let expected = 0n;
        for (const { value, sign } of steps) {
          addHash(sum, hashOf(value), sign);
          expected = (((expected + BigInt(sign) * bigOf(hashOf(value))) % whole) + whole) % whole;
        }
        expect(bigOf(Buffer.from(sumText(sum), 'base64url'))).toBe(expected);
      }),
    );
  });

  it('are the same in any order, and back at nothing once all is taken away', () => {
    const values = Array.from({ length: 200 }, (_, index) => hashOf(index));
    const [one, other] = [zeroSum(), zeroSum()];
    for (const value of values) addHash(one, value, 1);
    for (const value of [...values].reverse()) addHash(other, value, 1);
    expect(sumText(one)).toBe(sumText(other));
    const both = zeroSum();
    addSum(both, one, 1);
    addSum(both, other, 1);
    for (const value of [...values, ...values]) addHash(both, value, -1);
    expect(sumText(both)).toBe(sumText(zeroSum()));
  });

  it('read back as they were written', () => {
    const sum = zeroSum();
    addHash(sum, Buffer.alloc(32, 0xff), 1);
    addHash(sum, Buffer.alloc(32, 0xfe), 1);
    expect(parseSum(sumText(sum))).toEqual(sum);
    expect(parseSum('nonsense!')).toHaveLength(8);
  });

  it('have short parts that cancel out', () => {
    for (const hash of [hashOf(1), hashOf(2), Buffer.alloc(32)]) {
      expect((partOf(hash, 1) + partOf(hash, -1)) % partSize).toBe(0);
    }
  });
});
