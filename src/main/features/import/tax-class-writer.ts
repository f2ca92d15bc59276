import type { WriteDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import type { DraftProduct } from './catalog-draft.ts';

/** The class of a product whose file names none that the shop has: the shop's default, or one without tax. */
export type TaxClassWriter = (draft: Pick<DraftProduct, 'taxable'>) => number;

const untaxedNames = ['No tax', 'Untaxed', 'Not taxed', 'Free of tax'];

/**
 * Untaxed goods in a shop whose classes all have a rate get a class of their own, made when the first of them
 * comes, under a name that no class has: one called "No tax" may bear a rate all the same.
 */
export function taxClassWriter(db: WriteDb): TaxClassWriter {
  const classes = db.all(
    query
      .selectFrom('taxClasses')
      .select(['id', 'name', 'archivedAt'])
      .orderBy('isDefault', 'desc')
      .orderBy('position'),
  );
  const first = classes.find((one) => one.archivedAt === null);
  if (!first) throw new Error('a shop without a tax class');
  const taken = new Set(classes.map(({ name }) => name.toLowerCase()));
  let untaxed: number | null = null;
  return ({ taxable }) => {
    if (taxable !== false) return first.id;
    if (untaxed !== null) return untaxed;
    const free = untaxedNames.find((name) => !taken.has(name.toLowerCase()));
    if (free === undefined) return first.id;
    const row = { name: free, position: classes.length, isDefault: 0 as const, archivedAt: null };
    untaxed = db.run(query.insertInto('taxClasses').values(row)).lastId;
    return untaxed;
  };
}
