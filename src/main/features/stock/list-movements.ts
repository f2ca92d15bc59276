import { AppError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { keyCursor } from '../catalog/key-cursor.ts';
import { maySeeCost } from '../catalog/may-see-cost.ts';

type Movement = Output<'stock.listMovements'>['items'][number];
type Row = Omit<Movement, 'onHandAfter' | 'reservedAfter'>;

/** What stood after the first movement of the page, and the movement above it. */
type Balance = { readonly movementNo: number; readonly onHand: number; readonly reserved: number };

const movementsBefore = preparedRead<{ productId: number; movementNo: number; limit: number }, Row>((slot) =>
  query
    .selectFrom('stockMovements as m')
    .leftJoin('staff', 'staff.id', 'm.staffId')
    .select(['m.movementNo', 'm.type', 'm.onHandChange', 'm.reservedChange', 'm.unitCost'])
    .select(['m.sourceType', 'm.sourceId', 'm.reversalOf', 'm.reason', 'm.at', 'm.businessDate'])
    .select('staff.name as staffName')
    .where('m.productId', '=', slot('productId'))
    .where('m.movementNo', '<', slot('movementNo'))
    .orderBy('m.movementNo', 'desc')
    .limit(slot('limit')),
);

const stockNow = preparedRead<{ productId: number }, { onHand: number | null; reserved: number | null }>(
  (slot) =>
    query
      .selectFrom('products as p')
      .leftJoin('productStock as s', 's.productId', 'p.id')
      .select(['s.onHand', 's.reserved'])
      .where('p.id', '=', slot('productId')),
);

const cursors = keyCursor('movements', ['productId', 'movementNo', 'onHand', 'reserved']);

/**
 * A product's ledger, newest first. Balances run backwards from what is on hand now, and the cursor carries them on:
 * a page costs the same at any depth, and what happens meanwhile moves no figure of it.
 * @throws AppError `not-found`, `invalid-input` (the cursor).
 */
export const listMovements: QueryHandler<'stock.listMovements'> = (ctx, { productId, cursor, limit }) => {
  let balance: Balance = startOf(ctx.db, productId, cursor);
  const rows = movementsBefore.all(ctx.db, { productId, movementNo: balance.movementNo, limit: limit + 1 });
  const seesCost = maySeeCost(ctx);
  const items = rows.slice(0, limit).map((row): Movement => {
    const { onHand, reserved } = balance;
    balance = {
      movementNo: row.movementNo,
      onHand: onHand - row.onHandChange,
      reserved: reserved - row.reservedChange,
    };
    const after = { onHandAfter: quantity(onHand), reservedAfter: quantity(reserved) };
    return { ...row, ...after, unitCost: seesCost ? row.unitCost : null };
  });
  return { items, next: rows.length > limit ? cursors.encode({ productId, ...balance }) : null };
};

function startOf(db: ReadDb, productId: number, cursor: string | null): Balance {
  const stock = stockNow.get(db, { productId });
  if (!stock) throw new AppError('not-found', { what: 'product' });
  const key = cursors.decode(cursor);
  if (key === null) {
    return {
      movementNo: Number.MAX_SAFE_INTEGER,
      onHand: stock.onHand ?? 0,
      reserved: stock.reserved ?? 0,
    };
  }
  if (key.productId !== productId || key.movementNo < 1)
    throw new AppError('invalid-input', { field: 'cursor' });
  return key;
}
