import type { Output } from '../../../../shared/contract/index.ts';

export type Reconciled = Output<'historyImport.reconcile'>;
export type ReconciledSums = Reconciled['total'];

/** Amounts that the file and the shop are compared by. */
export const measures = ['sales', 'returned', 'tax'] as const;
export type Measure = (typeof measures)[number];

/** Ten-thousandths of the least unit that amounts are compared in. */
export const perUnit = 10_000;

/** One amount of each side in ten-thousandths of the least unit. */
export function amountsOf({ file, leftOut, shop, difference }: ReconciledSums, measure: Measure) {
  return {
    file: file[measure],
    out: leftOut[measure],
    shop: shop[measure] * perUnit,
    difference: difference[measure],
  };
}

/** Sales less what came back, of each side, in ten-thousandths of the least unit. */
export function netOf(sums: ReconciledSums) {
  const [sales, returned] = [amountsOf(sums, 'sales'), amountsOf(sums, 'returned')];
  return {
    file: sales.file - returned.file,
    out: sales.out - returned.out,
    shop: sales.shop - returned.shop,
    difference: sales.difference - returned.difference,
  };
}

/** Whether a measure has anything to be seen in. */
export function hasAny(sums: ReconciledSums, measure: Measure): boolean {
  return Object.values(amountsOf(sums, measure)).some((amount) => amount !== 0);
}
