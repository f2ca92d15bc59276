import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedHash, keyFor } from './keyed-hash.ts';

const key = Buffer.alloc(32, 7);
const plain = (of: Uint8Array, content: string): string =>
  createHmac('sha256', of).update(content).digest('base64url');

describe('keyedHash', () => {
  it('is HMAC-SHA256, whatever the text', () => {
    const { text, bytes } = keyedHash(key);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (content) => {
        expect(text(content)).toBe(plain(key, content));
        expect(bytes(content).toString('base64url')).toBe(plain(key, content));
      }),
    );
  });

  it('takes long texts, and short ones after them', () => {
    const { text } = keyedHash(key);
    for (const content of ['', 'a', '€'.repeat(5000), 'b', 'x'.repeat(100_000), '']) {
      expect(text(content)).toBe(plain(key, content));
    }
  });

  it('takes keys up to a block', () => {
    for (const length of [1, 32, 64]) {
      const one = Buffer.alloc(length, 3);
      expect(keyedHash(one).text('abc')).toBe(plain(one, 'abc'));
    }
    expect(() => keyedHash(Buffer.alloc(65))).toThrow();
  });

  it('makes another key for each purpose', () => {
    expect(keyFor(key, 'one')).not.toEqual(keyFor(key, 'two'));
    expect(keyFor(key, 'one')).toEqual(keyFor(Buffer.alloc(32, 7), 'one'));
  });
});
