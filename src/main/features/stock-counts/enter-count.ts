import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured, type Unit } from '../../../shared/domain/unit.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { fullProductName } from '../catalog/named-product.ts';
import { staffOf } from '../orders/append-event.ts';
import { requireOpenCount } from './open-count.ts';

type Named = { readonly name: string; readonly unit: Unit; readonly onHand: Quantity | null };

const productNow = preparedRead<{ productId: number }, Named>(
  (slot) => sql<Named>`
    SELECT ${fullProductName} AS name, p.unit, s.onHand FROM products AS p
    LEFT JOIN products AS parent ON parent.id = p.parentId LEFT JOIN productStock AS s ON s.productId = p.id
    WHERE p.id = ${slot('productId')}`,
);

type Entry = {
  countId: number;
  productId: number;
  expected: Quantity | null;
  counted: Quantity | null;
  countedAt: number | null;
  countedBy: number | null;
};

const writeEntry = preparedWrite<Entry>((slot) =>
  query
    .updateTable('stockCountLines')
    .set({ expected: slot('expected'), counted: slot('counted') })
    .set({ countedAt: slot('countedAt'), countedBy: slot('countedBy') })
    .where('countId', '=', slot('countId'))
    .where('productId', '=', slot('productId')),
);

/**
 * Enters what was counted of a product, and with it what is on hand at this moment, so that selling may go on; null
 * takes it back. Entered again, it was counted again.
 * @throws AppError `count-closed`, `whole-pieces-only`, `not-on-sheet`, `not-found`.
 */
export const enterCount: CommandHandler<'stockCounts.enter'> = (ctx, { countId, productId, counted }) => {
  requireOpenCount(ctx.db, countId);
  const product = productNow.get(ctx.db, { productId });
  if (!product) throw new AppError('not-found', { what: 'product' });
  const { name, unit, onHand } = product;
  if (counted !== null && !isMeasured(unit) && counted % 1000 !== 0) {
    throw new AppError('whole-pieces-only', { productId, name });
  }
  const expected = counted === null ? null : onHand;
  const written = writeEntry.run(ctx.db, {
    countId,
    productId,
    counted,
    expected,
    ...whoAndWhen(ctx, counted),
  });
  if (written.changes === 0) throw new AppError('not-on-sheet', { productId, name });
  ctx.note(`stock-take ${countId}`, { name, expected });
  return { expected };
};

function whoAndWhen({ now, actor }: CommandContext, counted: Quantity | null) {
  if (counted === null) return { countedAt: null, countedBy: null };
  return { countedAt: now, countedBy: staffOf(actor) };
}
