import { describe, expect, it } from 'vitest';
import { isPlainInput } from './plain-input.ts';

const ring: Record<string, unknown> = {};
ring.self = { ring };
const ringOfArrays: unknown[] = [];
ringOfArrays.push(ringOfArrays, ringOfArrays);
let deep: unknown = 1;
for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];

describe('what may come in', () => {
  it.each([
    [{}],
    [null],
    [undefined],
    [[1, 'a', { b: [true, null, undefined] }]],
    ['\ud800'],
    [Number.MAX_SAFE_INTEGER],
  ])('takes %j', (input) => expect(isPlainInput(input)).toBe(true));

  it.each([
    ['a ring', ring],
    ['a ring of arrays', ringOfArrays],
    ['a very deep array', deep],
    ['NaN', { a: Number.NaN }],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['-0', -0],
    ['a BigInt', 1n],
    ['a symbol', Symbol('a')],
    ['a function', () => 1],
    ['a Map', new Map()],
    ['a Date', new Date(0)],
    ['bytes', new Uint8Array(4)],
    ['an own __proto__', JSON.parse('{"__proto__": {}}')],
    ['ten megabytes', 'x'.repeat(10 * 1024 * 1024)],
    ['ten megabytes of keys', { ['x'.repeat(10 * 1024 * 1024)]: 1 }],
    ['a million items', Array.from({ length: 1_000_000 }, () => 1)],
    ['a long hollow array', new Array(2 ** 31)],
  ])('refuses %s', (_what, input) => expect(isPlainInput(input)).toBe(false));
});
