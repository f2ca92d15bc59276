import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { Rate } from '../../../shared/domain/rate.ts';
import type { Tax } from '../../../shared/domain/tax.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

type RateRow = { taxClassId: number; name: string; rate: Rate | null };

/** Of each component the last entry with the latest start that is not in the future: what ended has no rate. */
const ratesOfClasses = preparedRead<{ classIds: string; today: CalendarDate }, RateRow>((slot) =>
  query
    .selectFrom('taxRates as r')
    .select(['r.taxClassId', 'r.name', 'r.rate'])
    .where(sql<boolean>`r.taxClassId IN (SELECT value FROM json_each(${slot('classIds')}))`)
    .where(
      sql<boolean>`(r.startDate, r.entryNo) = (SELECT q.startDate, q.entryNo FROM taxRates AS q
        WHERE q.taxClassId = r.taxClassId AND q.name = r.name AND q.startDate <= ${slot('today')}
        ORDER BY q.startDate DESC, q.entryNo DESC LIMIT 1)`,
    )
    .orderBy('r.taxClassId')
    .orderBy('r.name'),
);

/** The components of several tax classes with the rates that hold on a day. A class without any maps to none. */
export function taxesOfClasses(
  db: ReadDb,
  taxClassIds: Iterable<number>,
  today: CalendarDate,
): ReadonlyMap<number, readonly Tax[]> {
  const classIds = [...new Set(taxClassIds)];
  const taxes = new Map<number, Tax[]>(classIds.map((id) => [id, []]));
  for (const { taxClassId, name, rate } of ratesOfClasses.all(db, {
    classIds: JSON.stringify(classIds),
    today,
  })) {
    if (rate !== null) taxes.get(taxClassId)?.push({ name, rate });
  }
  return taxes;
}

/** The components of a tax class (CGST and SGST, say) with the rates that hold on a day, by name. */
export function taxesOfClass(db: ReadDb, taxClassId: number, today: CalendarDate): readonly Tax[] {
  return taxesOfClasses(db, [taxClassId], today).get(taxClassId) ?? [];
}
