import type { OddThings } from './odd-things.ts';
import type { DraftMethod } from './orderlla-draft.ts';
import { readText } from './source-values.ts';

const known: readonly DraftMethod[] = [
  { name: 'Cash on Delivery', kind: 'cash', onDelivery: true },
  { name: 'UPI', kind: 'upi', onDelivery: false },
  { name: 'Debit Card', kind: 'card', onDelivery: false },
  { name: 'Credit Card', kind: 'card', onDelivery: false },
];
const otherSpellings: Readonly<Record<string, string>> = {
  cod: 'cash on delivery',
  cash: 'cash on delivery',
};

/** Reads ways of paying: spellings of one are one, and any other becomes a way of paying of its own. */
export function methodReader(
  odd: OddThings,
): (written: string | null | undefined, oldId: number) => DraftMethod {
  const methods = new Map(known.map((method) => [method.name.toLowerCase(), method]));
  const spellings = new Map<string, Set<string>>();
  return (written, oldId) => {
    const name = readText(written, 40).replace(/\s+/g, ' ');
    if (name === '') {
      odd.note('method-missing', oldId);
      return known[0] as DraftMethod;
    }
    const plain = name.toLowerCase();
    const key = Object.hasOwn(otherSpellings, plain) ? (otherSpellings[plain] ?? plain) : plain;
    const method = methods.get(key) ?? { name, kind: 'other' as const, onDelivery: false };
    if (!methods.has(key)) odd.note('method-new', name);
    methods.set(key, method);
    noteSpelling(spellings, method.name, name, odd);
    return method;
  };
}

function noteSpelling(
  spellings: Map<string, Set<string>>,
  method: string,
  name: string,
  odd: OddThings,
): void {
  const seen = spellings.get(method) ?? new Set<string>();
  spellings.set(method, seen);
  if (seen.has(name)) return;
  seen.add(name);
  const [first = ''] = seen;
  if (seen.size > 1) odd.note('two-spellings', name, { first, method });
}
