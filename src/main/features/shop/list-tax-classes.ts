import type { QueryHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { taxesOfClass } from '../catalog/taxes.ts';

/** The tax classes that may be chosen, with the rates that hold today. */
export const listTaxClasses: QueryHandler<'shop.taxClasses'> = ({ db, today }) =>
  db
    .all(
      query
        .selectFrom('taxClasses')
        .select(['id', 'name', 'isDefault'])
        .where('archivedAt', 'is', null)
        .orderBy('position')
        .orderBy('id'),
    )
    .map(({ id, name, isDefault }) => ({
      id,
      name,
      isDefault: isDefault === 1,
      rates: [...taxesOfClass(db, id, today)],
    }));
