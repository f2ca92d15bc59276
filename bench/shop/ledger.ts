import type BetterSqlite3 from 'better-sqlite3';
import { openingStock } from './products.ts';
import { inserter } from './rows.ts';
import { dateOf } from './trading-days.ts';

type Source = {
  readonly type: 'order' | 'return';
  readonly id: number;
  readonly line: number;
  readonly cost: number;
  readonly staffId: number | null;
  readonly at: number;
  readonly reversalOf?: number;
  readonly reason?: string;
};

export type Ledger = {
  /** Moves a product by thousandths; answers the movement's number. */
  move(productId: number, type: string, onHand: number, reserved: number, source: Source): number;
  /** Brings every product's stock to what its movements say. */
  finish(): void;
};

const columns = `productId, movementNo, type, onHandChange, reservedChange, unitCost, sourceType, sourceId, sourceLine,
  reversalOf, reason, staffId, at, businessDate`;

export function stockLedger(database: BetterSqlite3.Database, products: number): Ledger {
  const insert = inserter(database, 'stockMovements', columns);
  const moved = new Int32Array(products + 1).fill(1);
  const onHand = new Float64Array(products + 1).fill(openingStock);
  const reserved = new Float64Array(products + 1);
  return {
    move(productId, type, handChange, reservedChange, source) {
      const movementNo = (moved[productId] ?? 0) + 1;
      moved[productId] = movementNo;
      onHand[productId] = (onHand[productId] ?? 0) + handChange;
      reserved[productId] = (reserved[productId] ?? 0) + reservedChange;
      const { type: from, id, line, cost, staffId, at, reversalOf = null, reason = null } = source;
      insert(
        ...[
          productId,
          movementNo,
          type,
          handChange,
          reservedChange,
          cost,
          from,
          id,
          line,
          reversalOf,
          reason,
        ],
        ...[staffId, at, dateOf(at)],
      );
      return movementNo;
    },
    finish() {
      const update = database.prepare('UPDATE productStock SET onHand = ?, reserved = ? WHERE productId = ?');
      for (let id = 1; id <= products; id += 1) update.run(onHand[id], reserved[id], id);
    },
  };
}
