import { sql } from 'kysely';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { buildDocument, type DocumentFault } from './build-document.ts';
import { partRefunded } from './doc-fate.ts';
import type { BuildTerms, BuiltDocument, SalesRow } from './document-parts.ts';
import { type Fine, fine, shareOf } from './fine-amounts.ts';
import { shareOrder } from './order-amounts.ts';
import { worthOf } from './row-worth.ts';
import type { StagedDoc } from './staging-tables.ts';
import type { Understanding } from './understand.ts';

const linesOfDoc = preparedRead<{ doc: number }, SalesRow>(
  (
    slot,
  ) => sql<SalesRow>`SELECT line, good, name, sku, quantity, price, discount, discountRate, tax, taxRate, total,
    gross, cost FROM lines WHERE doc = ${slot('doc')} ORDER BY line`,
);
export type StagedPayment = { readonly tender: string; readonly amount: Fine };
const paymentsOf = preparedRead<{ doc: number }, StagedPayment>(
  (slot) => sql<StagedPayment>`SELECT tender, amount FROM payments WHERE doc = ${slot('doc')} ORDER BY line`,
);

export function paymentsOfDoc(db: ReadDb, doc: number): readonly StagedPayment[] {
  return paymentsOf.all(db, { doc });
}

/** A document, and whether its own total is what its rows come to. */
export type StagedDocument = BuiltDocument & { readonly fits: boolean; readonly alike: number };

type Reading = Pick<Understanding, 'isPaidOnly' | 'returnMark' | 'terms' | 'fates'>;

/** A staged order in whole units: the same when it is looked at and when it is brought in. */
export function buildStaged(
  db: ReadDb,
  doc: StagedDoc,
  understanding: Reading,
): StagedDocument | DocumentFault {
  const { terms, isPaidOnly, returnMark } = understanding;
  const { discount, shipping, tip, orderTax: tax, total } = doc;
  const own = linesOfDoc.all(db, { doc: doc.id });
  const isMarked =
    returnMark !== null && returnMark !== '' && doc.number.toLowerCase().startsWith(returnMark.toLowerCase());
  try {
    const read = isPaidOnly ? worthItsPayments(db, doc.id, own) : own;
    const { rows, fits } = shareOrder(read, { discount, shipping, tip, tax, total }, terms);
    const refunded = partRefunded(doc, understanding);
    const all = refunded === 0 ? rows : [...rows, refundRow(rows, refunded, terms)];
    const built = buildDocument(all, isMarked, terms);
    return typeof built === 'string' ? built : { ...built, fits, alike: countAlike(own) };
  } catch (error) {
    if (error instanceof RangeError) return 'order-too-large';
    throw error;
  }
}

/** What was given back of an order that stands otherwise: of which goods the file does not say. */
function refundRow(rows: readonly SalesRow[], amount: Fine, terms: BuildTerms): SalesRow {
  let [tax, worth] = [0, 0];
  for (const row of rows) {
    const found = worthOf(row, terms);
    tax += found.tax;
    worth += terms.isTaxed && !terms.pricesIncludeTax ? found.signed + found.tax : found.signed;
  }
  return {
    ...{ line: (rows.at(-1)?.line ?? 0) + 1, good: null, name: '', sku: null, extra: 'refund', cost: null },
    ...{
      quantity: quantity(-1000),
      price: null,
      gross: null,
      discount: null,
      discountRate: null,
      taxRate: null,
    },
    total: fine(-amount),
    tax: terms.isTaxed && worth > 0 && tax > 0 ? shareOf(amount, tax, worth) : null,
  };
}

/** Rows of an order that say the same as one before them: scanned twice, or written twice. */
function countAlike(rows: readonly SalesRow[]): number {
  if (rows.length < 2) return 0;
  const seen = new Set<string>();
  for (const { good, name, quantity, price, total, gross, discount } of rows)
    seen.add(`${good} ${quantity} ${price} ${total} ${gross} ${discount} ${name}`);
  return rows.length - seen.size;
}

/** Without prices an order is worth what was paid for it; its first row bears all of it. */
function worthItsPayments(db: ReadDb, doc: number, rows: readonly SalesRow[]): readonly SalesRow[] {
  let paid = 0;
  for (const { amount } of paymentsOfDoc(db, doc)) paid += amount;
  return rows.map((row, index) => ({ ...row, total: fine(index === 0 ? paid : 0) }));
}
