import { describe, expect, it } from 'vitest';
import { shopOrigin } from './addresses.ts';
import { isPlainJson } from './plain-json.ts';
import { checkSender } from './sender.ts';

describe('checkSender', () => {
  const own = { url: 'app://shop/index.html#/sell' };
  it('takes the main frame of our own page', () => {
    expect(checkSender({ senderFrame: own, mainFrame: own }, shopOrigin)).toBe('ok');
  });

  it('refuses a frame that is gone, a sub-frame, even one of our own address', () => {
    expect(checkSender({ senderFrame: null, mainFrame: own }, shopOrigin)).toBe('gone');
    expect(checkSender({ senderFrame: { ...own }, mainFrame: own }, shopOrigin)).toBe('sub-frame');
  });

  it.each([
    'https://shop/index.html',
    'app://evil/index.html',
    'app://shop.evil/',
    'app://print/00',
    'file:///shop/index.html',
    'data:text/html,x',
    'about:blank',
    '',
    'null',
  ])('refuses a main frame at %s', (url) => {
    const frame = { url };
    expect(checkSender({ senderFrame: frame, mainFrame: frame }, shopOrigin)).toBe('foreign');
  });
});

describe('isPlainJson', () => {
  const ring: unknown[] = [];
  ring.push(ring);
  const deep = JSON.parse(`${'['.repeat(60)}1${']'.repeat(60)}`);

  it('takes what our calls are made of', () => {
    expect(
      isPlainJson({ name: 'a', input: { list: [1, 'two', null, true], absent: undefined }, n: -5 }),
    ).toBe(true);
    expect(isPlainJson({ data: 'A'.repeat(1_500_000) })).toBe(true);
  });

  it.each([
    ['a ring', ring],
    ['great depth', deep],
    ['NaN', { n: Number.NaN }],
    ['infinity', Number.POSITIVE_INFINITY],
    ['minus zero', [-0]],
    ['a BigInt', 1n],
    ['a Date', new Date(0)],
    ['a Map', { m: new Map() }],
    ['bytes', new Uint8Array(4)],
    ['an Error', new Error('x')],
    ['an own __proto__', JSON.parse('{"__proto__": {"isAdmin": true}}')],
    ['20 MB of text', 'x'.repeat(20_000_000)],
    ['half a million items', new Array(500_000).fill(0)],
  ])('refuses %s', (_what, value) => {
    expect(isPlainJson(value)).toBe(false);
  });
});
