import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from './page/codec.ts';

const through = (value: unknown): unknown => decode(encode(structuredClone(value)));

describe('the codec', () => {
  it('brings back whatever structured clone accepts', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: false,
      withNullPrototype: false,
    });
    fc.assert(
      fc.property(anything, (value) => {
        expect(through(value)).toStrictEqual(structuredClone(value));
      }),
    );
  });

  it('keeps the numbers that JSON loses', () => {
    expect(through([Number.NaN, -0, Number.POSITIVE_INFINITY, undefined, 10n ** 30n])).toStrictEqual([
      Number.NaN,
      -0,
      Number.POSITIVE_INFINITY,
      undefined,
      10n ** 30n,
    ]);
    expect(Number.isNaN((through(new Date(Number.NaN)) as Date).getTime())).toBe(true);
  });

  it('keeps cycles and shared parts', () => {
    const shared = { name: 'same' };
    const value: Record<string, unknown> = { first: shared, second: shared, list: new Map([[shared, 1]]) };
    value.self = value;
    const back = through(value) as {
      first: object;
      second: object;
      self: unknown;
      list: Map<object, number>;
    };
    expect(back.self).toBe(back);
    expect(back.first).toBe(back.second);
    expect(back.list.get(back.first)).toBe(1);
  });

  it('keeps errors with their kind, message and cause', () => {
    const back = through(new RangeError('too much', { cause: 'greed' })) as RangeError;
    expect(back).toBeInstanceOf(RangeError);
    expect([back.name, back.message, back.cause]).toEqual(['RangeError', 'too much', 'greed']);
  });

  it('keeps views that share one buffer', () => {
    const buffer = new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7]).buffer;
    const [bytes, view] = through([new Uint8Array(buffer, 2, 3), new DataView(buffer, 4, 4)]) as [
      Uint8Array,
      DataView,
    ];
    expect([...bytes]).toEqual([2, 3, 4]);
    expect(view.getUint8(0)).toBe(4);
    expect(bytes.buffer).toBe(view.buffer);
  });

  it('does not let a key called __proto__ change the object', () => {
    const back = through(JSON.parse('{"__proto__": {"evil": true}}')) as Record<string, unknown>;
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
    expect(Object.keys(back)).toEqual(['__proto__']);
  });
});
