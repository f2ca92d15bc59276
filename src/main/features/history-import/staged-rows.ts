import { sql } from 'kysely';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { buildDocument, type DocumentFault } from './build-document.ts';
import type { BuiltDocument, SalesRow } from './document-parts.ts';
import { type Fine, fine } from './fine-amounts.ts';
import type { StagedDoc } from './staging-tables.ts';
import type { Understanding } from './understand.ts';

const linesOfDoc = preparedRead<{ doc: number }, SalesRow>(
  (
    slot,
  ) => sql<SalesRow>`SELECT line, good, name, sku, quantity, price, discount, discountRate, tax, taxRate, total
    FROM lines WHERE doc = ${slot('doc')} ORDER BY line`,
);
export type StagedPayment = { readonly tender: string; readonly amount: Fine };
const paymentsOf = preparedRead<{ doc: number }, StagedPayment>(
  (slot) => sql<StagedPayment>`SELECT tender, amount FROM payments WHERE doc = ${slot('doc')} ORDER BY line`,
);

export function paymentsOfDoc(db: ReadDb, doc: number): readonly StagedPayment[] {
  return paymentsOf.all(db, { doc });
}

/** A staged order in whole units: the same when it is looked at and when it is brought in. */
export function buildStaged(
  db: ReadDb,
  { id, number }: Pick<StagedDoc, 'id' | 'number'>,
  { terms, isPaidOnly, returnMark }: Pick<Understanding, 'isPaidOnly' | 'returnMark' | 'terms'>,
): BuiltDocument | DocumentFault {
  const rows = linesOfDoc.all(db, { doc: id });
  const isMarked =
    returnMark !== null && returnMark !== '' && number.toLowerCase().startsWith(returnMark.toLowerCase());
  return buildDocument(isPaidOnly ? worthItsPayments(db, id, rows) : rows, isMarked, terms);
}

/** Without prices an order is worth what was paid for it; its first row bears all of it. */
function worthItsPayments(db: ReadDb, doc: number, rows: readonly SalesRow[]): readonly SalesRow[] {
  let paid = 0;
  for (const { amount } of paymentsOfDoc(db, doc)) paid += amount;
  return rows.map((row, index) => ({ ...row, total: fine(index === 0 ? paid : 0) }));
}
