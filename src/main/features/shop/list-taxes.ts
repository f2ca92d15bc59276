import type { TaxClassView } from '../../../shared/contract/shop-taxes.ts';
import { taxTimeline } from '../../../shared/domain/tax-schedule.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { rateEntries, taxClassRecords } from './tax-class-record.ts';

/** Every tax class with its rates of all times, archived ones at the end. */
export const listTaxes: QueryHandler<'taxes.list'> = ({ db, today }) => {
  const counts = productCounts(db);
  const views = taxClassRecords(db).map(
    ({ id, name, isDefault, archivedAt, revision }): TaxClassView => ({
      id,
      name,
      isDefault: isDefault === 1,
      archivedAt,
      revision,
      products: counts.get(id) ?? 0,
      changes: taxTimeline(rateEntries(db, id), today).map((change) => ({
        ...change,
        taxes: [...change.taxes],
        replaced: [...change.replaced],
      })),
    }),
  );
  return [
    ...views.filter((one) => one.archivedAt === null),
    ...views.filter((one) => one.archivedAt !== null),
  ];
};

/** How many products bear each class, archived products too. */
export function productCounts(db: ReadDb): ReadonlyMap<number, number> {
  const rows = db.all(
    query
      .selectFrom('products')
      .select((eb) => ['taxClassId', eb.fn.countAll<number>().as('count')])
      .groupBy('taxClassId'),
  );
  return new Map(rows.map(({ taxClassId, count }) => [taxClassId, count]));
}
