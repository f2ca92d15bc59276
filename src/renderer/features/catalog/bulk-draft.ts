import type { Input } from '../../../shared/contract/index.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import type { Rate } from '../../../shared/domain/rate.ts';

export type BulkChange = Input<'catalog.applyBulk'>['change'];
export type BulkSelection = Input<'catalog.applyBulk'>['selection'];

export const bulkWhats = ['percent', 'amount', 'category', 'tax-class', 'archive'] as const;
export type BulkWhat = (typeof bulkWhats)[number];
export const roundings = ['none', 'ending-99', 'ending-95', 'half', 'whole'] as const;
export type RoundingChoice = (typeof roundings)[number];

/** A bulk edit as it is put together. */
export type BulkDraft = {
  readonly what: BulkWhat;
  readonly direction: 'up' | 'down';
  readonly rate: Rate | null;
  readonly amount: Money | null;
  readonly rounding: RoundingChoice;
  /** `none` takes the category away; null until one is chosen. */
  readonly category: number | 'none' | null;
  readonly taxClassId: number | null;
};

export const emptyBulkDraft: BulkDraft = {
  what: 'percent',
  direction: 'up',
  rate: null,
  amount: null,
  rounding: 'none',
  category: null,
  taxClassId: null,
};

/**
 * The change that a draft says, null while something is missing. `archived` is what archiving would make of the
 * products; `exponent` the decimals of the shop's currency, by which prices end.
 */
export function bulkChangeOf(draft: BulkDraft, exponent: number, archived: boolean): BulkChange | null {
  const sign = draft.direction === 'up' ? 1 : -1;
  const rounding = roundingOf(draft.rounding, exponent);
  switch (draft.what) {
    case 'percent':
      return draft.rate === null || draft.rate === 0
        ? null
        : { kind: 'price-percent', rate: sign * draft.rate, rounding };
    case 'amount':
      return draft.amount === null || draft.amount === 0
        ? null
        : { kind: 'price-amount', amount: sign * draft.amount, rounding };
    case 'category':
      return draft.category === null
        ? null
        : { kind: 'category', categoryId: draft.category === 'none' ? null : draft.category };
    case 'tax-class':
      return draft.taxClassId === null ? null : { kind: 'tax-class', taxClassId: draft.taxClassId };
    case 'archive':
      return { kind: 'archive', archived };
  }
}

/** Roundings that a currency has: one without decimals ends in no 99 cents, but in nines all the same. */
function roundingOf(choice: RoundingChoice, exponent: number) {
  const whole = 10 ** Math.max(exponent, 2);
  switch (choice) {
    case 'none':
      return null;
    case 'ending-99':
      return { step: money(whole), ending: money(whole - whole / 100) };
    case 'ending-95':
      return { step: money(whole), ending: money(whole - whole / 20) };
    case 'half':
      return { step: money(whole / 2), ending: money(0) };
    case 'whole':
      return { step: money(whole), ending: money(0) };
  }
}

/** An ending as the shop writes it, for its choice: what 10 whole ones come to with it. */
export function roundedExample(choice: Exclude<RoundingChoice, 'none'>, exponent: number): Money {
  const whole = 10 ** Math.max(exponent, 2);
  const rounding = roundingOf(choice, exponent);
  if (choice === 'half') return money(whole * 10 + whole / 2);
  return money(whole * (choice === 'whole' ? 10 : 9) + (rounding?.ending ?? 0));
}
