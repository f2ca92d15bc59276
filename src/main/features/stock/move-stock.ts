import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { WriteDb } from '../../database/connection.ts';
import type { MovementSource, MovementType } from '../../database/kinds.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

/** One movement of one product's stock. What is left out is zero or nothing. */
export type StockMovement = {
  readonly productId: number;
  readonly type: MovementType;
  /** Signed thousandths: what comes in, or goes out below zero. */
  readonly onHandChange?: Quantity;
  /** Signed thousandths: promised to an order, or released below zero. */
  readonly reservedChange?: Quantity;
  /** What one unit cost, frozen here. */
  readonly unitCost?: Money | null;
  /** Where it comes from: with the type, unique, so that a replay changes nothing. */
  readonly sourceType: MovementSource;
  readonly sourceId: number;
  readonly sourceLine: number;
  /** The order's revision: a line that changes moves its product anew. 0 for any other source. */
  readonly sourceRound?: number;
  /** The `movementNo` of the same product's movement that this one takes back. */
  readonly reversalOf?: number | null;
  readonly reason?: string | null;
  /** Null when the application moved it by itself. */
  readonly staffId: number | null;
  readonly at: number;
  readonly businessDate: CalendarDate;
};

type Row = Required<StockMovement>;

const appendMovement = preparedWrite<Row>((slot) =>
  query
    .insertInto('stockMovements')
    .values({
      productId: slot('productId'),
      movementNo: sql<number>`(SELECT ifnull(max(movementNo), 0) + 1 FROM stockMovements
        WHERE productId = ${slot('productId')})`,
      type: slot('type'),
      onHandChange: slot('onHandChange'),
      reservedChange: slot('reservedChange'),
      unitCost: slot('unitCost'),
      sourceType: slot('sourceType'),
      sourceId: slot('sourceId'),
      sourceLine: slot('sourceLine'),
      sourceRound: slot('sourceRound'),
      reversalOf: slot('reversalOf'),
      reason: slot('reason'),
      staffId: slot('staffId'),
      at: slot('at'),
      businessDate: slot('businessDate'),
    })
    .onConflict((conflict) =>
      conflict.columns(['sourceType', 'sourceId', 'sourceLine', 'type', 'sourceRound']).doNothing(),
    ),
);

const changeStock = preparedWrite<Pick<Row, 'productId' | 'onHandChange' | 'reservedChange'>>((slot) =>
  query
    .updateTable('productStock')
    .set({
      onHand: sql<Quantity>`onHand + CAST(${slot('onHandChange')} AS INTEGER)`,
      reserved: sql<Quantity>`reserved + CAST(${slot('reservedChange')} AS INTEGER)`,
    })
    .where('productId', '=', slot('productId')),
);

const none = quantity(0);

/**
 * Appends a movement to the ledger and brings the product's stock along, in the caller's transaction. With
 * `moveCounted`, the only code that moves on hand and reserved.
 *
 * False when this source has moved the product before: nothing is changed then.
 * @throws Error when the product has no stock row; `ensureStockRow` makes it when the product is made.
 */
export function moveStock(db: WriteDb, movement: StockMovement): boolean {
  const { onHandChange = none, reservedChange = none } = movement;
  const { unitCost = null, reversalOf = null, reason = null, sourceRound = 0 } = movement;
  const appended = appendMovement.run(db, {
    ...movement,
    onHandChange,
    reservedChange,
    unitCost,
    reversalOf,
    reason,
    sourceRound,
  });
  if (appended.changes === 0) return false;
  const changed = changeStock.run(db, { productId: movement.productId, onHandChange, reservedChange });
  if (changed.changes !== 1) throw new Error(`Product ${movement.productId} has no stock row`);
  return true;
}

type Counted = { countId: number } & Pick<Row, 'staffId' | 'at' | 'businessDate'>;

const appendCounted = preparedWrite<Counted>(
  (slot) => sql`
    INSERT INTO stockMovements (productId, movementNo, type, onHandChange, reservedChange, unitCost, sourceType,
      sourceId, sourceLine, staffId, at, businessDate)
    SELECT l.productId,
      (SELECT ifnull(max(m.movementNo), 0) + 1 FROM stockMovements AS m WHERE m.productId = l.productId),
      'count', l.counted - l.expected, 0, p.cost, 'count', l.countId, l.productId, ${slot('staffId')},
      ${slot('at')}, ${slot('businessDate')}
    FROM stockCountLines AS l JOIN products AS p ON p.id = l.productId
    WHERE l.countId = ${slot('countId')} AND l.counted <> l.expected`,
);

const changeCounted = preparedWrite<{ countId: number }>(
  (slot) => sql`
    UPDATE productStock SET onHand = onHand + l.counted - l.expected FROM stockCountLines AS l
    WHERE l.countId = ${slot('countId')} AND l.counted <> l.expected AND l.productId = productStock.productId`,
);

/**
 * Moves what a stock-take found: for each product of its sheet, counted less expected. The same as a movement of
 * type `count` for each, in two statements, because tens of thousands may differ. Answers how many did.
 * @throws Error when a product has no stock row, or this stock-take has moved stock before.
 */
export function moveCounted(db: WriteDb, counted: Counted): number {
  const appended = appendCounted.run(db, counted).changes;
  const changed = changeCounted.run(db, { countId: counted.countId }).changes;
  if (changed !== appended) throw new Error(`${appended - changed} counted products have no stock row`);
  return appended;
}
