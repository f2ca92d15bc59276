import { sql } from 'kysely';
import { dateOrders } from '../../../shared/contract/history-choices.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { divideRounded } from '../../../shared/domain/round.ts';
import type { TaskContext } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { type DateOrder, readDateCell } from './date-forms.ts';
import { fateOf } from './fates.ts';
import { perUnit, wholeOf } from './fine-amounts.ts';
import type { Read } from './history-read.ts';
import type { HistoryReading, HistoryUpload } from './history-upload.ts';
import { oddOf } from './odd-history.ts';
import { shopTender } from './shop-tenders.ts';
import { Tally } from './tally.ts';
import { type FileTerms, lacking, type Understanding } from './understand.ts';

type Preview = Output<'historyImport.preview'>;

const mostMonths = 600;
const mostProblems = 1000;
const mostSample = 20;

/** What the window is shown; without rows, only what the files look like. */
export function viewOf(
  ctx: TaskContext,
  { uploadId, reading }: HistoryUpload,
  understanding: Understanding,
  read: Read | null,
): Preview {
  const { terms, orderIs, returnMark, products, customers } = understanding;
  const tally = read?.tally ?? new Tally();
  const tenders = tendersOf(ctx, understanding, tally);
  return {
    uploadId,
    files: [...understanding.files].map(([slot, file]) =>
      fileView(ctx, reading, slot, file, read, understanding),
    ),
    choices: {
      ...{ orderIs, products, customers, returnMark: returnMark ?? '' },
      pricesIncludeTax: terms.pricesIncludeTax,
      taxRate: terms.taxRate,
    },
    isReady: read !== null,
    counts: countsOf(understanding, read, tally, tenders),
    totals: totalsOf(tally),
    fromDate: tally.fromDate as CalendarDate | null,
    toDate: tally.toDate as CalendarDate | null,
    months: monthsOf(tally),
    statuses: (tally.statuses.list() ?? []).map(({ word, orders }) => {
      return { status: word, orders, ...fateOf(word, understanding.fates) };
    }),
    tenders,
    joins: joinsOf(reading, read),
    odd: oddOf(understanding, read, tally, ctx.shop),
    ...problemsOf(reading.staging.db, read),
  };
}

function fileView(
  { today }: TaskContext,
  { files }: HistoryReading,
  slot: Preview['files'][number]['slot'],
  { look, mapping, remembered, decimalMark, amountsIn, date }: FileTerms,
  read: Read | null,
  understanding: Understanding,
): Preview['files'][number] {
  const { encoding, delimiter, hasHeader, headers, firstRows, columns, rowCount } = look;
  const thisYear = Math.floor(today / 10_000);
  const texts = mapping.date === undefined ? [] : (columns[mapping.date]?.dates.examples ?? []);
  const examples = date ? examplesIn(date.order, texts, thisYear) : [];
  const readings = date ? readingsOf(date.order, texts, thisYear) : [];
  const forms = [...(read?.sales.forms ?? [])].map(([form, count]) => ({ form, count }));
  return {
    ...{ slot, encoding, delimiter, hasHeader, rowCount, amountsIn, remembered, mapping: { ...mapping } },
    fileName: files.get(slot)?.fileName ?? '',
    decimal: decimalMark === ',' ? 'comma' : 'point',
    headers: [...headers],
    sample: firstRows.slice(0, mostSample).map((row) => [...row]),
    columnSamples: columns.map(({ samples }) => [...samples]),
    missing: lacking(understanding).flatMap((one) => (one.slot === slot ? [one.field] : [])),
    dates: slot === 'sales' && date ? { ...date, examples, readings, forms: forms.slice(0, 20) } : null,
  };
}

type Dates = NonNullable<Preview['files'][number]['dates']>;

function examplesIn(order: DateOrder, texts: readonly string[], thisYear: number): Dates['examples'] {
  return texts.flatMap((text) => {
    const found = readDateCell(text, order, thisYear);
    return found ? [{ text, date: found.date }] : [];
  });
}

/** The order that is taken, then every other that reads all of the examples, and to other days. */
function readingsOf(taken: DateOrder, texts: readonly string[], thisYear: number): Dates['readings'] {
  const readings: Dates['readings'] = [];
  const seen = new Set<string>();
  for (const order of [taken, ...dateOrders]) {
    const examples = examplesIn(order, texts, thisYear);
    const days = examples.map(({ text, date }) => `${text} ${date}`).join();
    if ((order !== taken && examples.length < texts.length) || seen.has(days)) continue;
    seen.add(days);
    readings.push({ order, examples });
  }
  return readings;
}

function countsOf(
  understanding: Understanding,
  read: Read | null,
  tally: Tally,
  tenders: Preview['tenders'],
): Preview['counts'] {
  const { orders, returns, lines, units } = tally.total('coming');
  const none = { known: 0, made: 0 };
  const { products, customers } = read?.matched ?? { products: none, customers: none };
  const known = tenders.filter((tender) => tender.tenderId !== null).length;
  return {
    ...{ orders, returns, lines, knownOrders: tally.known, leftOutOrders: tally.leftOut },
    units: quantity(units),
    unreadRows:
      (read?.sales.unreadRows ?? 0) + (read?.payments?.unreadRows ?? 0) + (read?.customers?.unreadRows ?? 0),
    products: { ...products, made: understanding.products === 'none' ? 0 : products.made },
    customers: { ...customers, made: understanding.customers === 'none' ? 0 : customers.made },
    tenders: { known, made: tenders.length - known },
  };
}

function totalsOf(tally: Tally): Preview['totals'] {
  const { sales, returned, tax, exactSales, exactReturned } = tally.total('coming');
  const exact = exactSales - exactReturned;
  const net = sales - returned;
  const rounding = divideRounded(net * perUnit - exact, perUnit);
  return {
    sales: money(sales),
    returned: money(returned),
    net: money(net),
    tax: money(tax),
    rounding: money(rounding),
  };
}

function monthsOf({ coming }: Tally): Preview['months'] {
  const months = [...coming].sort(([a], [b]) => a - b).slice(0, mostMonths);
  return months.map(([month, { orders, returns, lines, sales, returned, tax }]) => {
    return {
      ...{ month, orders, returns, lines },
      sales: money(sales),
      returned: money(returned),
      tax: money(tax),
    };
  });
}

function tendersOf({ db }: TaskContext, { tenders }: Understanding, tally: Tally): Preview['tenders'] {
  return (tally.tenders.list() ?? []).map(({ word, orders, amount }) => {
    const isNamed = shopTender(db, word, new Map()) !== null;
    return { name: word, orders, amount: wholeOf(amount), tenderId: shopTender(db, word, tenders), isNamed };
  });
}

function joinsOf({ staging }: HistoryReading, read: Read | null): Preview['joins'] {
  const { payments = null, customers = null } = read ?? {};
  return {
    payments: payments && {
      rows: payments.rows,
      matched: payments.matched,
      unmatched: payments.rows - payments.matched,
      ordersWithout: read?.tally.withoutPayments ?? 0,
    },
    customers: customers && {
      rows: customers.rows,
      matched: customers.matched,
      withoutOrders: count(staging.db, 'parties WHERE isListed = 1 AND isBuyer = 0'),
    },
  };
}

function count(db: ReadDb, from: string): number {
  return db.get(sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.raw(from)}`)?.n ?? 0;
}

type ProblemRow = {
  readonly slot: Preview['problems'][number]['slot'];
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly params: string;
  readonly isError: 0 | 1;
};

function problemsOf(
  db: ReadDb,
  read: Read | null,
): Pick<Preview, 'problems' | 'problemCount' | 'errorCount'> {
  const kept = [read?.sales.problems, read?.payments?.problems, read?.customers?.problems];
  let [problemCount, errorCount] = [0, 0];
  for (const one of kept) {
    problemCount += one?.count ?? 0;
    errorCount += one?.errors ?? 0;
  }
  if (problemCount === 0) return { problems: [], problemCount, errorCount };
  const rows = db.all(sql<ProblemRow>`SELECT slot, line, column, code, params, isError FROM problems
    ORDER BY isError DESC, id LIMIT ${mostProblems}`);
  const problems = rows.map(({ slot, line, column, code, params, isError }) => {
    return {
      slot,
      line,
      column,
      code,
      params: JSON.parse(params),
      severity: isError ? ('error' as const) : ('note' as const),
    };
  });
  return { problems, problemCount, errorCount };
}
