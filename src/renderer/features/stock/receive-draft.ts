import type { Input } from '../../../shared/contract/index.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { type Money, money, mostMoney, multiplyMoney } from '../../../shared/domain/money.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured, type Unit } from '../../../shared/domain/unit.ts';
import { fits } from './adjust-draft.ts';

/** What is known of a product that comes in. */
export type ReceivedProduct = {
  readonly productId: number;
  readonly name: string;
  readonly sku: string | null;
  readonly unit: Unit;
  readonly pictureId: number | null;
  /** What it cost so far; null where that is not known, or not for this person to see. */
  readonly cost: Money | null;
};

export type ReceiveLine = ReceivedProduct & {
  readonly quantity: Quantity | null;
  /** Null is as before. */
  readonly unitCost: Money | null;
};

/** Goods that come in, as they are written down; the product that was put on last stands first. */
export type ReceiveDraft = {
  readonly supplier: string;
  readonly reference: string;
  readonly note: string;
  readonly lines: readonly ReceiveLine[];
  /** Whether what is missing is said. */
  readonly isJudged: boolean;
};

export type ReceiveText = 'supplier' | 'reference' | 'note';

export type ReceiveAction =
  | { readonly type: 'wrote'; readonly field: ReceiveText; readonly text: string }
  /** A scan puts one more on the list; a search puts the product there, to be given a quantity. */
  | { readonly type: 'scanned' | 'chose' | 'asked-for'; readonly product: ReceivedProduct }
  | { readonly type: 'counted'; readonly productId: number; readonly quantity: Quantity | null }
  | { readonly type: 'priced'; readonly productId: number; readonly unitCost: Money | null }
  | { readonly type: 'removed'; readonly productId: number }
  | { readonly type: 'judged' }
  | { readonly type: 'cleared' };

export const emptyReceipt: ReceiveDraft = {
  supplier: '',
  reference: '',
  note: '',
  lines: [],
  isJudged: false,
};

/** As many as one receipt takes. */
export const mostLines = 500;
/** Longest texts, as main takes them. */
export const longestTexts: Readonly<Record<ReceiveText, number>> = {
  supplier: 160,
  reference: 120,
  note: 500,
};

const one = quantity(1000);

export function receiveReducer(draft: ReceiveDraft, action: ReceiveAction): ReceiveDraft {
  switch (action.type) {
    case 'wrote':
      return { ...draft, [action.field]: action.text };
    case 'scanned':
    case 'chose':
    case 'asked-for':
      return withProduct(draft, action.product, action.type);
    case 'counted':
      return withLine(draft, action.productId, { quantity: action.quantity });
    case 'priced':
      return withLine(draft, action.productId, { unitCost: action.unitCost });
    case 'removed':
      return { ...draft, lines: draft.lines.filter((line) => line.productId !== action.productId) };
    case 'judged':
      return { ...draft, isJudged: true };
    case 'cleared':
      return emptyReceipt;
  }
}

function withLine(draft: ReceiveDraft, productId: number, change: Partial<ReceiveLine>): ReceiveDraft {
  const lines = draft.lines.map((line) => (line.productId === productId ? { ...line, ...change } : line));
  return { ...draft, lines };
}

function withProduct(
  draft: ReceiveDraft,
  product: ReceivedProduct,
  how: 'scanned' | 'chose' | 'asked-for',
): ReceiveDraft {
  const { productId } = product;
  const known = draft.lines.find((line) => line.productId === productId);
  if (known === undefined) {
    if (draft.lines.length >= mostLines) return draft;
    // What is weighed has no usual quantity, and what was only asked for is still to be counted.
    const first = how === 'asked-for' || isMeasured(product.unit) ? null : one;
    return { ...draft, lines: [{ ...product, quantity: first, unitCost: null }, ...draft.lines] };
  }
  const isOneMore = how === 'scanned' && !isMeasured(product.unit);
  return isOneMore ? withLine(draft, productId, { quantity: quantity((known.quantity ?? 0) + one) }) : draft;
}

type LineProblem = 'quantity-missing' | 'quantity-none' | 'quantity-unfit';

/** What keeps a line from being sent. */
export function lineProblem(line: ReceiveLine): LineProblem | null {
  if (line.quantity === null) return 'quantity-missing';
  if (line.quantity <= 0) return 'quantity-none';
  return fits(line.quantity, isMeasured(line.unit)) ? null : 'quantity-unfit';
}

/** What a line comes to; null where its cost is not known. */
export function lineTotal({ quantity: amount, unitCost, cost }: ReceiveLine): Money | null {
  const each = unitCost ?? cost;
  if (each === null) return null;
  if (amount === null) return money(0);
  // A slip of the scanner into a field makes figures that no sum holds.
  return each * amount > mostMoney * 1000 ? mostMoney : multiplyMoney(each, amount);
}

/** What the list comes to, and whether that is all of it. */
export function receiptTotal(lines: readonly ReceiveLine[]): {
  readonly total: Money;
  readonly isWhole: boolean;
} {
  const totals = lines.map(lineTotal);
  const sum = totals.reduce<number>((so, total) => Math.min(mostMoney, so + (total ?? 0)), 0);
  return { total: money(sum), isWhole: totals.every((total) => total !== null) };
}

/** The texts that hold a card number, which main would refuse. */
export function cardTexts(draft: ReceiveDraft): readonly ReceiveText[] {
  return (['supplier', 'reference', 'note'] as const).filter((field) => looksLikeCardNumber(draft[field]));
}

/** What main is sent; null while something is missing. */
export function receiptInput(draft: ReceiveDraft): Input<'stock.receive'> | null {
  const { supplier, reference, note, lines } = draft;
  if (lines.length === 0 || lines.some((line) => lineProblem(line) !== null) || cardTexts(draft).length > 0)
    return null;
  return {
    supplier,
    reference,
    note,
    // In the order in which they were put on the list.
    lines: lines
      .toReversed()
      .flatMap(({ productId, quantity: amount, unitCost }) =>
        amount === null ? [] : [{ productId, quantity: amount, unitCost }],
      ),
  };
}

export function isBareReceipt({ supplier, reference, note, lines }: ReceiveDraft): boolean {
  return lines.length === 0 && supplier.trim() === '' && reference.trim() === '' && note.trim() === '';
}
