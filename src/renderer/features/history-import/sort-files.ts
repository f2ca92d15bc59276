import type { HistorySlot } from '../../../shared/contract/history-choices.ts';

type Named = { readonly name: string; readonly size: number };

export type Sorted<F> = {
  readonly files: Readonly<Partial<Record<HistorySlot, F>>>;
  /** Nobody can tell what they hold. */
  readonly leftAside: readonly F[];
};

const names: readonly (readonly [HistorySlot, RegExp])[] = [
  [
    'payments',
    /pay(?:ment|ed)?s?(?![a-z])|tender|zahlung|paiement|pago|pagament|betaling|płatno|оплат|支払|支付/iu,
  ],
  [
    'customers',
    /customer|client|kunde|buyer|contact|member|cliente|klant|asiakas|клиент|покупател|顧客|客户/iu,
  ],
];

/**
 * Which of several files is which, by their names: a file of payments and one of customers say so; of the others the
 * largest is the sales. A file alone is the sales, whatever it is called.
 */
export function sortFiles<F extends Named>(files: readonly F[]): Sorted<F> {
  const [only] = files;
  if (files.length === 1 && only) return { files: { sales: only }, leftAside: [] };
  const sorted: Partial<Record<HistorySlot, F>> = {};
  const others: F[] = [];
  for (const file of files) {
    const slot = names.find(([, words]) => words.test(file.name))?.[0];
    if (slot !== undefined && sorted[slot] === undefined) sorted[slot] = file;
    else others.push(file);
  }
  const [sales, ...leftAside] = others.toSorted((a, b) => b.size - a.size);
  if (sales) return { files: { ...sorted, sales }, leftAside };
  // Two files that both look like a second one: the larger has the sales in it.
  const [first, ...rest] = files.toSorted((a, b) => b.size - a.size);
  return first ? { files: { sales: first }, leftAside: rest } : { files: {}, leftAside: [] };
}
