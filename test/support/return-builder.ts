import { query } from '../../src/main/database/query.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { money } from '../../src/shared/domain/money.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import type { TestApp } from './create-test-app.ts';

type Return = Input<'returns.create'>;
type ReturnLine = Return['lines'][number];

/** So many pieces of a line come back for the shelf, with their money. */
export function back(lineNo: number, pieceCount: number, change: Partial<ReturnLine> = {}): ReturnLine {
  return {
    lineNo,
    quantity: pieces(pieceCount),
    reason: 'unwanted',
    disposition: 'restock',
    giveMoneyBack: true,
    ...change,
  };
}

/** A return that hands cash out at once and shares the rest over the payments. */
export function bringBack(
  orderId: number,
  lines: readonly ReturnLine[],
  expectedCredit: number,
  change: Partial<Return> = {},
): Return {
  return {
    orderId,
    lines: [...lines],
    note: '',
    refunds: [],
    cashNow: true,
    expectedCredit: money(expectedCredit),
    exchange: null,
    ...change,
  };
}

/** An order that never left the shop is handed over, paid or not. */
export function handedOver(orderId: number): Input<'orders.advance'> {
  return { orderId, from: 'received', to: 'delivered', tenders: [], leaveUnpaid: true };
}

/** The newest movements of a product, oldest of them first: type, on hand, cost. */
export function lastMovements(test: TestApp, productId: number, count: number) {
  const found = test.file.read.all(
    query
      .selectFrom('stockMovements')
      .select(['type', 'onHandChange', 'unitCost', 'sourceType', 'sourceId', 'sourceLine', 'reason'])
      .where('productId', '=', productId)
      .orderBy('movementNo', 'desc')
      .limit(count),
  );
  return found.toReversed();
}

/** What is on hand of a product, and what it costs. */
export function stockAndCost(test: TestApp, productId: number) {
  return test.file.read.get(
    query
      .selectFrom('productStock')
      .innerJoin('products', 'products.id', 'productStock.productId')
      .select(['productStock.onHand', 'productStock.reserved', 'products.cost'])
      .where('productStock.productId', '=', productId),
  );
}
