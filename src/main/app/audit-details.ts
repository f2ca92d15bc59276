/** What of a call's input belongs in the audit log: no secrets, no files, nothing deep, nothing endless. */
export function auditDetails(input: unknown, secrets: readonly string[]): Readonly<Record<string, unknown>> {
  const shortened = shorten(input, { secrets, left: mostValues }, 0);
  return typeof shortened === 'object' && shortened !== null && !Array.isArray(shortened)
    ? (shortened as Record<string, unknown>)
    : {};
}

const longest = 200;
const mostItems = 20;
const deepest = 5;
/** An order of twenty lines fits; what is larger is cut where this many values were kept. */
const mostValues = 250;

type Limits = { readonly secrets: readonly string[]; left: number };

function shorten(value: unknown, limits: Limits, depth: number): unknown {
  limits.left -= 1;
  if (typeof value === 'string') return cut(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest || limits.left < 0) return '…';
  if (Array.isArray(value)) {
    const kept = value.slice(0, mostItems).map((item) => shorten(item, limits, depth + 1));
    return value.length > mostItems ? [...kept, `… ${value.length} in all`] : kept;
  }
  const fields = Object.entries(value).filter(([key]) => !limits.secrets.includes(key));
  const kept = fields
    .slice(0, mostItems)
    .map(([key, inner]) => [cut(key), shorten(inner, limits, depth + 1)] as const);
  if (fields.length > mostItems) kept.push(['…', `${fields.length} in all`]);
  return Object.fromEntries(kept);
}

/** At most so many letters, and none that would come back from the file as another. */
function cut(text: string): string {
  return (text.length > longest ? `${text.slice(0, longest)}…` : text).toWellFormed();
}
