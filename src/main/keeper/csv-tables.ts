import { type CsvTable, csvTablesWithDays } from '../../shared/contract/csv-tables.ts';
import type { DayOfRow } from '../database/whole-tables.ts';

/** What nobody takes out with a single table: it would open the accounts of people and customers. */
export const withheld: ReadonlySet<string> = new Set(['passwordHash', 'pinHash', 'recoveryCodeHash']);

const ofOrder: DayOfRow = { column: 'businessDate', of: { table: 'orders', by: 'orderId' } };

/** What belongs to something comes with it, so that the orders of a range are there whole. */
const byParent: Partial<Record<CsvTable, DayOfRow>> = {
  orderLines: ofOrder,
  orderTaxes: ofOrder,
  orderEvents: ofOrder,
  payments: ofOrder,
  returnLines: { column: 'businessDate', of: { table: 'returns', by: 'returnId' } },
  stockCountLines: { column: 'businessDate', of: { table: 'stockCounts', by: 'countId' } },
};

/** Where the business date of a table's rows stands; null where they have none. */
export function dayOfRow(table: CsvTable): DayOfRow | null {
  return byParent[table] ?? (csvTablesWithDays.has(table) ? { column: 'businessDate' } : null);
}
