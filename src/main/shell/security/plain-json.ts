const deepest = 40;
const most = 400_000;
const longest = 8 * 1024 * 1024;

/**
 * Whether a value from a window is plain JSON of a bearable size. Structured clone would also bring rings,
 * Maps, Dates, BigInts, `NaN`, `-0` and objects with an own `__proto__`: nothing of ours sends them, so what
 * does is refused before anything looks at it. Absent fields may be written as `undefined`.
 */
export function isPlainJson(value: unknown): boolean {
  let left = most;
  let letters = longest;
  const plain = (inner: unknown, depth: number): boolean => {
    left -= 1;
    if (left < 0 || depth > deepest) return false;
    if (typeof inner === 'string') {
      letters -= inner.length;
      return letters >= 0;
    }
    if (typeof inner === 'number') return Number.isFinite(inner) && !Object.is(inner, -0);
    if (inner === null || inner === undefined || typeof inner === 'boolean') return true;
    if (Array.isArray(inner)) return inner.every((item) => plain(item, depth + 1));
    if (typeof inner !== 'object' || !isPlainObject(inner)) return false;
    return Object.entries(inner).every(([key, field]) => key !== '__proto__' && plain(field, depth + 1));
  };
  return plain(value, 0);
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
