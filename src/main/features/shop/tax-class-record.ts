import { AppError } from '../../../shared/contract/errors.ts';
import type { RateEntry } from '../../../shared/domain/tax-schedule.ts';
import type { CommandContext } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { isSameName } from './same-name.ts';

export type TaxClassRecord = {
  readonly id: number;
  readonly name: string;
  readonly isDefault: 0 | 1;
  readonly position: number;
  readonly archivedAt: number | null;
  readonly revision: number;
};

/** All classes, archived ones too, in the shop's order. */
export function taxClassRecords(db: ReadDb): readonly TaxClassRecord[] {
  return db.all(
    query
      .selectFrom('taxClasses')
      .select(['id', 'name', 'isDefault', 'position', 'archivedAt', 'revision'])
      .orderBy('position')
      .orderBy('id'),
  );
}

/**
 * The class as the person saw it.
 * @throws AppError `not-found`, `changed-meanwhile` where somebody changed it since.
 */
export function taxClassToChange(
  db: ReadDb,
  { taxClassId, revision }: { readonly taxClassId: number; readonly revision: number },
): TaxClassRecord {
  const found = taxClassRecords(db).find(({ id }) => id === taxClassId);
  if (!found) throw new AppError('not-found', { what: 'tax class' });
  if (found.revision !== revision) throw new AppError('changed-meanwhile', { name: found.name });
  return found;
}

/** The same, one that is not archived. @throws AppError `tax-class-gone` too. */
export function liveTaxClass(db: ReadDb, which: Parameters<typeof taxClassToChange>[1]): TaxClassRecord {
  const found = taxClassToChange(db, which);
  if (found.archivedAt !== null) throw new AppError('tax-class-gone');
  return found;
}

/** @throws AppError `tax-class-name-taken`. */
export function requireFreeClassName(db: ReadDb, name: string, ownId: number | null): void {
  const taken = taxClassRecords(db).find((one) => one.id !== ownId && isSameName(one.name, name));
  if (taken) {
    throw new AppError('tax-class-name-taken', { name: taken.name, isArchived: taken.archivedAt !== null });
  }
}

/** Every entry of a class's rates. */
export function rateEntries(db: ReadDb, taxClassId: number): readonly RateEntry[] {
  return db.all(
    query
      .selectFrom('taxRates')
      .select(['name', 'startDate', 'rate', 'entryNo'])
      .where('taxClassId', '=', taxClassId)
      .orderBy('startDate')
      .orderBy('entryNo')
      .orderBy('name'),
  );
}

/** Writes new entries of a class's rates. */
export function enterRates(
  { db, now }: Pick<CommandContext, 'db' | 'now'>,
  taxClassId: number,
  entries: readonly RateEntry[],
): void {
  for (const entry of entries) {
    db.run(query.insertInto('taxRates').values({ taxClassId, ...entry, at: now }));
  }
}

/** Counts one more change of a class. */
export function touchTaxClass({ db }: Pick<CommandContext, 'db'>, { id, revision }: TaxClassRecord): void {
  db.run(
    query
      .updateTable('taxClasses')
      .set({ revision: revision + 1 })
      .where('id', '=', id),
  );
}
