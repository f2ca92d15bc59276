import { describe, expect, it } from 'vitest';
import { money } from '../../../shared/domain/money.ts';
import { pieces, quantity } from '../../../shared/domain/quantity.ts';
import {
  cardTexts,
  emptyReceipt,
  isBareReceipt,
  lineProblem,
  mostLines,
  type ReceiveAction,
  type ReceivedProduct,
  receiptInput,
  receiptTotal,
  receiveReducer,
} from './receive-draft.ts';

const product = (productId: number, change: Partial<ReceivedProduct> = {}): ReceivedProduct => ({
  productId,
  name: `Product ${productId}`,
  sku: null,
  unit: 'piece',
  pictureId: null,
  cost: money(200),
  ...change,
});
const mug = product(1);
const cheese = product(2, { unit: 'kg', cost: null });
const draftAfter = (...actions: readonly ReceiveAction[]) => actions.reduce(receiveReducer, emptyReceipt);
const amounts = (...actions: readonly ReceiveAction[]) =>
  draftAfter(...actions).lines.map((line) => [line.productId, line.quantity]);

describe('what comes in', () => {
  it('is counted up by scanning, and weighed things wait for their weight', () => {
    const scan = (one: ReceivedProduct) => ({ type: 'scanned', product: one }) as const;
    expect(amounts(scan(mug), scan(cheese), scan(mug), scan(cheese))).toEqual([
      [2, null],
      [1, pieces(2)],
    ]);
  });

  it('is put on the list once by searching, with one piece, and none where it is only asked for', () => {
    const chose = { type: 'chose', product: mug } as const;
    const counted = { type: 'counted', productId: 1, quantity: pieces(12) } as const;
    expect(amounts(chose, counted, chose)).toEqual([[1, pieces(12)]]);
    expect(amounts({ type: 'asked-for', product: mug })).toEqual([[1, null]]);
    expect(amounts({ type: 'asked-for', product: mug }, { type: 'scanned', product: mug })).toEqual([
      [1, pieces(1)],
    ]);
  });

  it('takes no more products than one receipt does', () => {
    const many = Array.from({ length: mostLines + 1 }, (_, index) => product(index + 1));
    const full = draftAfter(...many.map((one) => ({ type: 'scanned', product: one }) as const));
    expect(full.lines).toHaveLength(mostLines);
    expect(receiveReducer(full, { type: 'scanned', product: mug }).lines.at(-1)?.quantity).toBe(pieces(2));
  });

  it('costs what is written, else what it cost before, as far as that is known', () => {
    const both = draftAfter(
      { type: 'chose', product: mug },
      { type: 'counted', productId: 1, quantity: pieces(3) },
      { type: 'chose', product: cheese },
      { type: 'counted', productId: 2, quantity: quantity(1500) },
    );
    expect(receiptTotal(both.lines)).toEqual({ total: 600, isWhole: false });
    const priced = receiveReducer(both, { type: 'priced', productId: 2, unitCost: money(1001) });
    expect(receiptTotal(priced.lines)).toEqual({ total: 600 + 1502, isWhole: true });
    expect(receiptInput(priced)?.lines).toEqual([
      { productId: 1, quantity: 3000, unitCost: null },
      { productId: 2, quantity: 1500, unitCost: 1001 },
    ]);
  });

  it('is not sent while something is missing or wrong', () => {
    expect(receiptInput(emptyReceipt)).toBe(null);
    const half = draftAfter(
      { type: 'chose', product: mug },
      { type: 'counted', productId: 1, quantity: quantity(500) },
    );
    expect(half.lines.map(lineProblem)).toEqual(['quantity-unfit']);
    expect(receiptInput(half)).toBe(null);
    const none = receiveReducer(half, { type: 'counted', productId: 1, quantity: pieces(0) });
    expect(none.lines.map(lineProblem)).toEqual(['quantity-none']);
    const carded = draftAfter(
      { type: 'chose', product: mug },
      { type: 'wrote', field: 'note', text: 'paid with 4111 1111 1111 1111' },
    );
    expect(cardTexts(carded)).toEqual(['note']);
    expect(receiptInput(carded)).toBe(null);
  });

  it('is bare until something is written, and again once it is cleared', () => {
    const written = draftAfter({ type: 'wrote', field: 'supplier', text: 'Acme' });
    expect([isBareReceipt(emptyReceipt), isBareReceipt(written)]).toEqual([true, false]);
    expect(isBareReceipt(receiveReducer(written, { type: 'cleared' }))).toBe(true);
    expect(draftAfter({ type: 'chose', product: mug }, { type: 'removed', productId: 1 }).lines).toEqual([]);
  });
});
