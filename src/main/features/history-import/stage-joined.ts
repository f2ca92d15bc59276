import { sql } from 'kysely';
import type { HistorySlot } from '../../../shared/contract/history-choices.ts';
import type { Shop } from '../../app/context.ts';
import type { Staging } from '../../database/open-staging.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import type { CsvRow } from '../csv/read-csv.ts';
import type { Steps } from '../csv/steps.ts';
import { RowCells } from './row-cells.ts';
import { RowProblems } from './row-problems.ts';
import { stageParty } from './staged-parties.ts';
import { takeRowsSteps } from './take-rows.ts';
import type { FileTerms } from './understand.ts';

type Parts = { readonly staging: Staging; readonly file: FileTerms; readonly shop: Shop };

/** What reading a second file told. */
export type JoinedRead = {
  readonly rows: number;
  readonly matched: number;
  readonly unreadRows: number;
  /** Payments of nothing. */
  readonly zeros: number;
  readonly problems: RowProblems;
};

const docOf = preparedRead<{ key: string }, { id: number }>(
  (slot) => sql<{ id: number }>`SELECT id FROM docs WHERE key = ${slot('key')}`,
);
const insertPayment = preparedWrite<{ doc: number; line: number; tender: string; amount: number }>(
  (slot) =>
    sql`INSERT INTO payments VALUES (${slot('doc')}, ${slot('line')}, ${slot('tender')}, ${slot('amount')})`,
);
const isBuyer = preparedRead<{ key: string }, { isBuyer: 0 | 1 }>(
  (slot) => sql<{ isBuyer: 0 | 1 }>`SELECT isBuyer FROM parties WHERE key = ${slot('key')}`,
);

/** Joins payments to the orders by their number; several of one order are all its own. */
export function stagePaymentsSteps(parts: Parts): Steps<JoinedRead> {
  const { db } = parts.staging;
  return stageRowsSteps('payments', parts, (cells, { line }, told) => {
    const number = cells.code('number');
    if (number === '') cells.leaveOut('number-missing', 'number');
    const amount = cells.amount('amount');
    if (amount === null) return cells.leaveOut('amount-missing', 'amount');
    if (amount < 0) return cells.leaveOut('payment-negative', 'amount');
    const doc = docOf.get(db, { key: number });
    if (!doc) return cells.leaveOut('payment-without-order', 'number', { number });
    if (amount === 0) told.zeros += 1;
    insertPayment.run(db, { doc: doc.id, line, tender: cells.text('tender', 40), amount });
    return true;
  });
}

/** Joins a file of customers to the sales by their key. */
export function stageCustomersSteps(parts: Parts): Steps<JoinedRead> {
  const { db } = parts.staging;
  return stageRowsSteps('customers', parts, (cells) => {
    const key = cells.code('customer').toLowerCase();
    if (key === '') cells.leaveOut('customer-missing', 'customer');
    const first = cells.text('firstName', 80);
    const name = cells.text('name', 160) || `${first} ${cells.text('lastName', 80)}`.trim();
    const phone = cells.text('phone', 60);
    const said = { name, email: cells.text('email', 160), phone, address: cells.text('address', 500) };
    const isMatched = isBuyer.get(db, { key })?.isBuyer === 1;
    stageParty(db, { key, ...said }, 'list');
    return isMatched;
  });
}

type Take = (cells: RowCells, row: CsvRow, told: { zeros: number }) => boolean;

function* stageRowsSteps(slot: HistorySlot, { staging, file, shop }: Parts, take: Take): Steps<JoinedRead> {
  const problems = new RowProblems(staging.db, slot);
  const cells = new RowCells(file, problems, shop.currencyExponent);
  const told = { matched: 0, zeros: 0 };
  const taken = yield* takeRowsSteps(staging, file.look, (row) => {
    cells.open(row);
    if (take(cells, row, told)) told.matched += 1;
  });
  return { ...taken, ...told, problems };
}
