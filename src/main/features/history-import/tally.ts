import { type Fine, fine } from './fine-amounts.ts';
import { historyLimits } from './history-limits.ts';
import type { Settled } from './settled.ts';
import type { StagedDoc } from './staging-tables.ts';

/** What a month of the file comes to, amounts in whole units and as exact as the file has them. */
export type MonthTally = {
  orders: number;
  returns: number;
  lines: number;
  sales: number;
  returned: number;
  tax: number;
  exactSales: number;
  exactReturned: number;
  exactTax: number;
  units: number;
};

export const noMonth = (): MonthTally => ({
  ...{ orders: 0, returns: 0, lines: 0, units: 0, sales: 0, returned: 0, tax: 0 },
  ...{ exactSales: 0, exactReturned: 0, exactTax: 0 },
});

type Word = { readonly word: string; orders: number; amount: Fine };

/** Different words of a column and how many orders bear each; given up where they are too many to be such words. */
class Words {
  #words: Map<string, Word> | null = new Map();

  add(word: string, amount: Fine): void {
    if (this.#words === null) return;
    const key = word.toLowerCase();
    const known = this.#words.get(key) ?? { word, orders: 0, amount: fine(0) };
    this.#words.set(key, known);
    known.orders += 1;
    known.amount = fine(known.amount + amount);
    if (this.#words.size > historyLimits.words) this.#words = null;
  }

  /** The most usual first; null where there are too many. */
  list(): readonly Word[] | null {
    return (
      this.#words &&
      [...this.#words.values()].sort((a, b) => b.orders - a.orders || (a.word < b.word ? -1 : 1))
    );
  }
}

const amounts = ['sales', 'returned', 'tax', 'exactSales', 'exactReturned', 'exactTax', 'units'] as const;
const sizes = ['exactSales', 'exactReturned', 'exactTax', 'units'] as const;
/** A little below what is added up exactly: the shop's whole units may be more than the file has. */
const most = Number.MAX_SAFE_INTEGER * 0.9;

/** What all orders of the file come to, counted while each is worked out. */
export class Tally {
  /** Those that come in, and those that do not, by month. */
  readonly coming = new Map<number, MonthTally>();
  readonly out = new Map<number, MonthTally>();
  readonly statuses = new Words();
  readonly tenders = new Words();
  known = 0;
  leftOut = 0;
  /** Orders of which a file of payments knows nothing. */
  withoutPayments = 0;
  knownLines = 0;
  /** Orders whose own total is not what their rows come to, and rows that say the same as one before them. */
  misfits = 0;
  alike = 0;
  /** What was added up so far, each without its sign. */
  readonly #sums = { exactSales: 0, exactReturned: 0, exactTax: 0, units: 0 };
  fromDate: number | null = null;
  toDate: number | null = null;

  add(doc: StagedDoc, settled: Omit<Settled, 'id'>): void {
    const isComing = settled.outcome === '';
    if (settled.outcome === 'known') {
      this.known += 1;
      this.knownLines += doc.lines;
    }
    if (!isComing && settled.outcome !== 'known') this.leftOut += 1;
    const month = Math.floor(doc.date / 100);
    const months = isComing ? this.coming : this.out;
    const tally = months.get(month) ?? noMonth();
    months.set(month, tally);
    tally.orders += settled.hasSold;
    tally.returns += settled.hasBack;
    tally.lines += settled.lines;
    for (const key of amounts) tally[key] += settled[key];
    for (const key of sizes) this.#sums[key] += Math.abs(settled[key]);
    this.statuses.add(doc.status, fine(0));
    if (!isComing) return;
    this.fromDate = Math.min(this.fromDate ?? doc.date, doc.date);
    this.toDate = Math.max(this.toDate ?? doc.date, doc.date);
  }

  /** Of what was looked at before: what does not come in, to count the rest anew while it does. */
  static outOf(before: Tally): Tally {
    const tally = new Tally();
    for (const [month, sums] of before.out) tally.out.set(month, { ...sums });
    const { known, knownLines, leftOut } = before;
    return Object.assign(tally, { known, knownLines, leftOut });
  }

  /** Whether sums stay exact with one more. */
  hasRoomFor(settled: Omit<Settled, 'id'>): boolean {
    return sizes.every((key) => this.#sums[key] + Math.abs(settled[key]) < most);
  }

  /** All months together. */
  total(of: 'coming' | 'out'): MonthTally {
    const sum = noMonth();
    for (const month of this[of].values()) {
      for (const key of Object.keys(sum) as (keyof MonthTally)[]) sum[key] += month[key];
    }
    return sum;
  }
}
