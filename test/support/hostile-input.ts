import fc from 'fast-check';
import type { z } from 'zod';

/** What no screen of ours sends, in place of any one value. */
const hostileValues: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -0,
  () => -1,
  () => 0,
  () => 1.5,
  () => 2 ** 53,
  () => Number.MAX_SAFE_INTEGER,
  () => Number.MIN_SAFE_INTEGER,
  () => 10n,
  () => true,
  () => '',
  () => ' ',
  () => '\u0000',
  () => 'a\u0000b',
  () => '\ud800',
  () => 'caf\u00e9 \udfff tail',
  () => '\u202eevil\u202c',
  () => '\u0627\u0644\u0639\u0631\u0628\u064a\u0629',
  () => '\u{1f469}\u200d\u{1f467}',
  () => `"'; DROP TABLE orders; --`,
  () => '" OR NEAR( * ^ : AND',
  () => '%_\\%',
  () => '4111 1111 1111 1111',
  () => 'x'.repeat(10 * 1024 * 1024),
  () => '\u{1f600}'.repeat(60),
  () => [],
  () => [[]],
  () => ({}),
  () => ({ 0: 'a', length: 1 }),
  () => JSON.parse('{"__proto__": {"polluted": true}}') as unknown,
  () => ({ constructor: { prototype: { polluted: true } } }),
  () => new Map([['a', 1]]),
  () => new Date(0),
  () => Symbol('odd'),
  () => () => 1,
  () => new Uint8Array(8),
  () => {
    const ring: Record<string, unknown> = {};
    ring.self = ring;
    return ring;
  },
  () => {
    const ring: unknown[] = [];
    ring.push(ring, ring);
    return ring;
  },
  () => Array.from({ length: 400 }, () => Array.from({ length: 300 }, () => 1)),
  () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 20_000; depth += 1) deep = [deep];
    return deep;
  },
];

const hostile = fc.nat(hostileValues.length - 1).map((at) => hostileValues[at]?.());

/** Numbers where amounts, ids, days and counts break. */
const edgeNumbers = fc.oneof(
  fc.integer({ min: -3, max: 2000 }),
  fc.constantFrom(1, 1000, 20261122, 99991231, 10000101, 1_000_000, 2 ** 31, 2 ** 52),
  fc.maxSafeInteger(),
);

const edgeTexts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.constantFrom(
    '',
    'a',
    'flat white',
    'cart-1',
    'upload-1',
    '482913',
    '1',
    '#1',
    '550',
    '\ud800',
    '"',
    'GB',
  ),
);

type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly valueType?: z.ZodType;
};

/** Values of the shape of a schema, their numbers and texts at the edges: much of it is valid, much is just not. */
export function shapedLike(schema: z.ZodType): fc.Arbitrary<unknown> {
  const definition = schema.def as unknown as Definition;
  const inner = (one: z.ZodType | undefined): fc.Arbitrary<unknown> => (one ? shapedLike(one) : hostile);
  switch (definition.type) {
    case 'object': {
      const fields = Object.entries(definition.shape ?? {});
      return fc.record(Object.fromEntries(fields.map(([key, field]) => [key, shapedLike(field)])));
    }
    case 'array':
      return fc.array(inner(definition.element), { maxLength: 4 });
    case 'nullable':
      return fc.option(inner(definition.innerType), { nil: null });
    case 'optional':
      return fc.option(inner(definition.innerType), { nil: undefined });
    case 'pipe':
      return inner(definition.in);
    case 'union':
      return fc.oneof(...(definition.options ?? []).map(shapedLike));
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(definition.values ?? []));
    case 'record':
      return fc.dictionary(
        fc.constantFrom('name', 'price', 'sku', '__proto__', 'x'),
        inner(definition.valueType),
      );
    case 'boolean':
      return fc.boolean();
    case 'string':
      return edgeTexts;
    case 'number':
    case 'custom':
      return edgeNumbers;
    default:
      return hostile;
  }
}

/** A valid input with one thing wrong: a value exchanged at some depth, a key missing, a key too many. */
export function spoilt(valid: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(valid, []);
  const extraKey = fc.constantFrom(
    'extra',
    '__proto__',
    'constructor',
    'toString',
    '\u0000',
    'k'.repeat(100_000),
  );
  return fc
    .record({
      place: fc.constantFrom(...places),
      deed: fc.constantFrom('exchange', 'exchange', 'edge', 'remove', 'add'),
      value: hostile,
      number: edgeNumbers,
      text: edgeTexts,
      key: extraKey,
    })
    .map(({ place, deed, value, number, text, key }) => {
      const copy = structuredClone(valid);
      const found = valueAt(copy, place);
      if (deed === 'exchange') return withValue(copy, place, value);
      if (deed === 'edge') return withValue(copy, place, typeof found === 'number' ? number : text);
      if (deed === 'remove') return withValue(copy, place, undefined, true);
      if (typeof found === 'object' && found !== null) {
        Object.defineProperty(found, key, { value, enumerable: true, configurable: true, writable: true });
      }
      return copy;
    });
}

type Place = readonly (string | number)[];

function placesIn(value: unknown, above: Place): Place[] {
  if (typeof value !== 'object' || value === null) return [above];
  return [above, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...above, key]))];
}

function valueAt(value: unknown, place: Place): unknown {
  return place.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value);
}

function withValue(whole: unknown, place: Place, value: unknown, isRemoved = false): unknown {
  const key = place.at(-1);
  if (key === undefined) return value;
  const holder = valueAt(whole, place.slice(0, -1)) as Record<string, unknown>;
  if (isRemoved) delete holder[key];
  else holder[key] = value;
  return whole;
}

/** Anything that may come through the channel in place of a call's input. */
export function hostileInput(schema: z.ZodType, valid: unknown): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 4, arbitrary: spoilt(valid) },
    { weight: 3, arbitrary: shapedLike(schema) },
    { weight: 1, arbitrary: hostile },
  );
}
