import { sql } from 'kysely';
import { money } from '../../../shared/domain/money.ts';
import type { ReadDb } from '../../database/connection.ts';
import type { Staging } from '../../database/open-staging.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import type { Steps } from '../csv/steps.ts';
import { fateOfDoc } from './doc-fate.ts';
import type { BuiltDocument, BuiltSide } from './document-parts.ts';
import { fineOf } from './fine-amounts.ts';
import { historyLimits } from './history-limits.ts';
import { knownId } from './known-ids.ts';
import type { HistoryProblemCode, RowProblems } from './row-problems.ts';
import type { Settled } from './settled.ts';
import { buildStaged, paymentsOfDoc } from './staged-rows.ts';
import type { StagedDoc } from './staging-tables.ts';
import { Tally } from './tally.ts';
import type { Understanding } from './understand.ts';

const docsAfter = preparedRead<{ after: number }, StagedDoc>(
  (
    slot,
  ) => sql<StagedDoc>`SELECT id, key, number, firstLine, date, at, tender, status, customer, discount, shipping, tip,
    orderTax, total, refunded, isCancelled, returnOf, lines, outcome, hasSold, hasBack FROM docs WHERE id > ${slot('after')} ORDER BY id LIMIT 50`,
);
const settleDoc = preparedWrite<Settled>(
  (
    slot,
  ) => sql`UPDATE docs SET outcome = ${slot('outcome')}, hasSold = ${slot('hasSold')}, hasBack = ${slot('hasBack')},
    sales = ${slot('sales')}, returned = ${slot('returned')}, tax = ${slot('tax')}, exactSales = ${slot('exactSales')},
    exactReturned = ${slot('exactReturned')}, exactTax = ${slot('exactTax')}, units = ${slot('units')},
    lines = ${slot('lines')} WHERE id = ${slot('id')}`,
);
const orderDoc = preparedWrite<{ at: number; doc: number }>(
  (slot) => sql`INSERT INTO docOrder VALUES (${slot('at')}, ${slot('doc')})`,
);
const useParty = preparedWrite<{ key: string }>(
  (slot) => sql`UPDATE parties SET isUsed = 1 WHERE key = ${slot('key')}`,
);
const useGoods = preparedWrite<{ doc: number }>(
  (slot) => sql`UPDATE goods SET isUsed = 1
    WHERE isUsed = 0 AND id IN (SELECT good FROM lines WHERE doc = ${slot('doc')} AND good IS NOT NULL)`,
);

type Parts = {
  readonly staging: Staging;
  readonly shopDb: ReadDb;
  readonly understanding: Understanding;
  readonly problems: RowProblems;
};

/** Works out what every staged order comes to, and which of them come in. Yields lines done. */
export function* settleDocsSteps(parts: Parts): Steps<Tally> {
  const { staging } = parts;
  const tally = new Tally();
  let done = 0;
  for (let after = 0; ; ) {
    const docs = docsAfter.all(staging.db, { after });
    if (docs.length === 0) return tally;
    after = docs.at(-1)?.id ?? after;
    staging.together(() => {
      for (const doc of docs) {
        settleOne(parts, doc, tally);
        done += doc.lines;
      }
    });
    yield done;
  }
}

function settleOne(parts: Parts, doc: StagedDoc, tally: Tally): void {
  const { db } = parts.staging;
  const settled = withinSums(parts, doc, settle(parts, doc, tally), tally);
  tally.add(doc, settled);
  settleDoc.run(db, { id: doc.id, ...settled });
  countTenders(parts, doc, settled, tally);
  if (settled.outcome !== '') return;
  orderDoc.run(db, { at: doc.at, doc: doc.id });
  if (doc.customer !== '') useParty.run(db, { key: doc.customer });
  useGoods.run(db, { doc: doc.id });
}

function countTenders(
  { staging, understanding }: Parts,
  doc: StagedDoc,
  settled: Omit<Settled, 'id'>,
  tally: Tally,
) {
  if (!understanding.files.has('payments')) {
    tally.tenders.add(doc.tender, fineOf(money(settled.sales - settled.returned)));
    return;
  }
  const payments = paymentsOfDoc(staging.db, doc.id);
  if (payments.length === 0) tally.withoutPayments += 1;
  for (const { tender, amount } of payments) tally.tenders.add(tender, amount);
}

/** All of a file together has to stay within what can be added up exactly. */
function withinSums(
  parts: Parts,
  doc: StagedDoc,
  settled: Omit<Settled, 'id'>,
  tally: Tally,
): Omit<Settled, 'id'> {
  if (tally.hasRoomFor(settled)) return settled;
  report(parts, doc, 'order-too-large');
  return { ...nothing, outcome: 'order-too-large', lines: doc.lines };
}

const nothing: Omit<Settled, 'id' | 'outcome' | 'lines'> = {
  ...{ hasSold: 0 as const, hasBack: 0 as const, exactSales: 0, exactReturned: 0, exactTax: 0 },
  ...{ sales: money(0), returned: money(0), tax: money(0), units: 0 },
};

function settle(parts: Parts, doc: StagedDoc, tally: Tally): Omit<Settled, 'id'> {
  const { staging, understanding } = parts;
  const isTooLong = doc.lines > historyLimits.lines;
  const built = isTooLong ? ('too-many-lines' as const) : buildStaged(staging.db, doc, understanding);
  if (typeof built === 'string') {
    report(parts, doc, built);
    return { ...nothing, outcome: built, lines: doc.lines };
  }
  if (!built.fits) report(parts, doc, 'order-total-differs', false);
  tally.misfits += built.fits ? 0 : 1;
  tally.alike += built.alike;
  const isReturned = fateOfDoc(doc, understanding) === 'returned';
  return { outcome: outcomeOf(parts, doc, built), ...sumsOf(built, isReturned) };
}

function outcomeOf(parts: Parts, doc: StagedDoc, { sold, back }: BuiltDocument): string {
  const { shopDb, understanding } = parts;
  const becomes = fateOfDoc(doc, understanding);
  if (becomes === 'left-out') return 'left-out';
  const isKnown =
    doc.number !== '' && knownId.get(shopDb, { sourceKey: understanding.sourceKey, oldKey: doc.key });
  if (isKnown) return 'known';
  // What is returned or cancelled as a whole has nothing that came back besides.
  if (back === null || sold === null || (becomes !== 'cancelled' && becomes !== 'returned')) return '';
  report(parts, doc, 'returned-twice');
  return 'returned-twice';
}

function report(
  { problems }: Parts,
  { firstLine, number, lines }: StagedDoc,
  code: HistoryProblemCode,
  isError = true,
): void {
  const params = { number: number || String(firstLine), count: lines };
  problems.add({ line: firstLine, code, params, isError });
}

/** What is returned as a whole came back for what it was sold for. */
function sumsOf({ sold, back }: BuiltDocument, isWhole: boolean) {
  const returned = isWhole && sold ? sold : back;
  return {
    hasSold: sold ? (1 as const) : (0 as const),
    hasBack: returned ? (1 as const) : (0 as const),
    sales: money(sold?.total ?? 0),
    returned: money(returned?.total ?? 0),
    tax: money((sold?.tax ?? 0) - (returned?.tax ?? 0)),
    exactSales: sold?.exact ?? 0,
    exactReturned: returned?.exact ?? 0,
    exactTax: (sold?.exactTax ?? 0) - (returned?.exactTax ?? 0),
    units: unitsOf(sold) - unitsOf(returned),
    lines: (sold?.lines.length ?? 0) + (returned?.lines.length ?? 0),
  };
}

function unitsOf(side: BuiltSide | null): number {
  let units = 0;
  for (const line of side?.lines ?? []) units += line.quantity;
  return units;
}
