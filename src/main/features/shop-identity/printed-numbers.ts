import { sql } from 'kysely';
import { printedOrderNumber } from '../../../shared/domain/paper-number.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

const prefixes = preparedRead<Record<never, never>, { prefix: string }>(() =>
  query.selectFrom('usedOrderPrefixes').select('prefix'),
);
const orderOfInvoice = preparedRead<{ printed: string }, { orderId: number }>(
  (slot) => sql<{ orderId: number }>`
    SELECT orderId FROM invoices WHERE printed IS NOT NULL AND printed = ${slot('printed')} COLLATE NOCASE`,
);

/**
 * The order that a text names as it stands on paper: its invoice's number ("INV-2026-0042"), or its own with a prefix
 * ("R-00042"). Null for anything else; a bare number is nobody's prefix.
 */
export function orderOfPrinted(db: ReadDb, typed: string): number | null {
  const printed = typed.trim();
  if (printed === '' || printed.length > 60 || /^\d+$/.test(printed)) return null;
  const invoiced = orderOfInvoice.get(db, { printed });
  if (invoiced) return invoiced.orderId;
  const known = prefixes.all(db, {}).map(({ prefix }) => prefix);
  return printedOrderNumber(printed, known);
}
