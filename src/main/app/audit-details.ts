/** What of a call's input belongs in the audit log: no secrets, no files, nothing endless. */
export function auditDetails(input: unknown, secrets: readonly string[]): Readonly<Record<string, unknown>> {
  const shortened = shorten(input, secrets, 0);
  return typeof shortened === 'object' && shortened !== null ? (shortened as Record<string, unknown>) : {};
}

const longest = 200;
const most = 20;

function shorten(value: unknown, secrets: readonly string[], depth: number): unknown {
  if (typeof value === 'string') return value.length > longest ? `${value.slice(0, longest)}…` : value;
  if (Array.isArray(value)) {
    const kept = value.slice(0, most).map((item) => shorten(item, secrets, depth + 1));
    return value.length > most ? [...kept, `… ${value.length} in all`] : kept;
  }
  if (typeof value === 'object' && value !== null) {
    if (depth > 4) return '…';
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !secrets.includes(key))
        .map(([key, inner]) => [key, shorten(inner, secrets, depth + 1)]),
    );
  }
  return value;
}
