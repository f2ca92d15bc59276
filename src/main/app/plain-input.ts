const deepest = 40;
const mostValues = 100_000;
const mostLetters = 8 * 1024 * 1024;

/**
 * Whether an input is plain JSON of a bearable size: no ring, Map, BigInt, function, `NaN` or `-0`, no key that
 * changes what an object is. Looked at before any schema, which would walk a ring for ever and collect a problem
 * for each of a million items. Absent fields may be `undefined`.
 */
export function isPlainInput(input: unknown): boolean {
  let values = mostValues;
  let letters = mostLetters;
  const hasRoomFor = (text: string): boolean => {
    letters -= text.length;
    return letters >= 0;
  };
  const isPlain = (value: unknown, depth: number): boolean => {
    values -= 1;
    if (values < 0 || depth > deepest) return false;
    if (typeof value === 'string') return hasRoomFor(value);
    if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
    if (value === null || value === undefined || typeof value === 'boolean') return true;
    if (Array.isArray(value)) return value.length <= values && value.every((one) => isPlain(one, depth + 1));
    if (typeof value !== 'object' || !isPlainObject(value)) return false;
    return Object.entries(value).every(
      ([key, one]) => key !== '__proto__' && hasRoomFor(key) && isPlain(one, depth + 1),
    );
  };
  return isPlain(input, 0);
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
