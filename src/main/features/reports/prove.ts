import { type RawBuilder, sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import { addMonths, type CalendarDate, calendarDate, firstOfMonth } from '../../../shared/domain/calendar.ts';
import type { Span } from '../../../shared/domain/report-span.ts';
import type { InnerRead, Progress, TaskHandler } from '../../app/context.ts';
import type { ReadDb, WriteDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { type RawFinding, storeFindings } from '../../database/sealing/raw-finding.ts';
import { dayColumns, dayKinds } from './day-kinds.ts';
import { keptRows } from './fold.ts';
import { productColumns, productRows } from './product-rows.ts';
import { monthsOf } from './read-days.ts';
import { closedDays, rollupsOf } from './rollups.ts';
import { seesProfit } from './run-report.ts';

type Proof = Output<'reports.prove'>;
type Difference = Proof['differences'][number];

const mostTold = 100;

/** Which closed days are proven: from a day's month on, or all of them. */
type Proving = { readonly from?: CalendarDate | null };

/** What came in for closed days since is not added up yet: that it differs there is no fault to be told. */
export const proofRead: InnerRead<Proving, Proof> = {
  name: 'reports.prove',
  steps: ({ db, shop }, { from = null }) =>
    compareAll(db, { from, through: closedDays(db, shop.timeZone).closed }),
};

/** Adds closed days up anew, compares, and writes down how it came out: every day, or by night the last two months. */
export const proveFigures: TaskHandler<'reports.prove'> = async (ctx) => {
  const from = ctx.actor.kind === 'system' ? firstOfMonth(addMonths(ctx.today, -1)) : null;
  const proof = await ctx.read(proofRead, { from });
  await ctx.transaction((db, note) => {
    note('reports', { days: proof.days, differences: proof.differenceCount });
    storeFindings(db, foundIn(proof), ctx.now);
    writeProof(db, { proof, isWhole: from === null, now: ctx.now });
  });
  return seesProfit(ctx) ? proof : { ...proof, differences: proof.differences.map(withoutCost) };
};

/** That it differs may be known to whoever sees reports; what goods cost may not. */
function withoutCost(difference: Difference): Difference {
  return /cost/iu.test(difference.column) ? { ...difference, stored: null, counted: null } : difference;
}

type Written = { readonly proof: Proof; readonly isWhole: boolean; readonly now: number };

/** What a proof of every day found stands until the next such one, or until all is added up anew. */
function writeProof(db: WriteDb, { proof, isWhole, now }: Written): void {
  const rollups = rollupsOf(db);
  if (rollups?.closedThrough == null) return;
  const differences = isWhole ? proof.differenceCount : Math.max(proof.differenceCount, rollups.differences);
  db.run(
    query.updateTable('rollups').set({ provenAt: now, provenThrough: rollups.closedThrough, differences }),
  );
}

function foundIn({ differences: [first], differenceCount: count }: Proof): readonly RawFinding[] {
  if (first === undefined) return [];
  const fingerprint = `${JSON.stringify(first)} ${count}`;
  return [{ kind: 'figures-differ', fingerprint, target: null, params: { day: first.date, count } }];
}

/** What stands beside what the rows come to, month by month. */
export function* compareAll(
  db: ReadDb,
  { from = null, through }: Proving & { readonly through: CalendarDate | null },
): Generator<Progress, Proof> {
  const rollups = rollupsOf(db);
  const first =
    from ??
    db.get(sql<{ date: CalendarDate | null }>`SELECT min(date) AS date FROM (
    SELECT min(date) AS date FROM dayFigures UNION ALL SELECT min(month) * 100 + 1 FROM productMonths
    UNION ALL SELECT min(businessDate) FROM orders)`)?.date;
  const proof = { days: 0, figures: 0, differenceCount: 0 };
  const told: Difference[] = [];
  if (rollups === null || through === null || first == null || first > through)
    return { ...proof, differences: told };
  const months = monthsOf({ from: calendarDate(first), to: through });
  const tell = (found: readonly Difference[]): void => {
    proof.differenceCount += found.length;
    told.push(...found.slice(0, mostTold - told.length));
  };
  for (const [index, month] of months.entries()) {
    yield { done: index, total: months.length };
    proof.days += (month.to % 100) - (month.from % 100) + 1;
    for (const kind of dayKinds) {
      const stored = sql`SELECT * FROM dayFigures WHERE kind = ${kind} AND date BETWEEN ${month.from} AND ${month.to}`;
      tell(differences(db, stored, keptRows(kind, month, rollups.timeZone)));
    }
    tell(productDifferences(db, 'productMonths', month));
    proof.figures +=
      db.get(sql<{ count: number }>`SELECT count(*) AS count FROM dayFigures
      WHERE date BETWEEN ${month.from} AND ${month.to}`)?.count ?? 0;
  }
  tell(yearDifferences(db, Math.floor(first / 10_000)));
  return { ...proof, differences: told };
}

type Pair = Pick<Difference, 'kind' | 'key' | 'date'> & {
  readonly stored: string | null;
  readonly counted: string | null;
};

/** Every column of a row in one text: two rows are the same or they are not. A row of nothing is no row. */
function differences(
  db: ReadDb,
  stored: RawBuilder<unknown>,
  counted: RawBuilder<unknown>,
): readonly Difference[] {
  const names = dayColumns.map((name) => sql.ref(name));
  const isSomething = sql.join(
    names.map((name) => sql`${name} <> 0`),
    sql` OR `,
  );
  const rows = (from: RawBuilder<unknown>, side: 'stored' | 'counted') => sql`
    SELECT kind, key, date, json_array(${sql.join(names)}) AS figures, ${sql.lit(side)} AS side
    FROM (${from}) WHERE ${isSomething}`;
  const pairs = db.all(sql<Pair>`SELECT kind, key, date, ${sides}
    FROM (${rows(stored, 'stored')} UNION ALL ${rows(counted, 'counted')})
    GROUP BY kind, key, date HAVING count(*) <> 2 OR min(figures) <> max(figures)`);
  return pairs.map((pair) => differenceIn(pair, dayColumns));
}

const sides = sql`max(iif(side = 'stored', figures, NULL)) AS stored, max(iif(side = 'counted', figures, NULL)) AS counted`;

/** Tells of a row the column that says most, of those that differ: what it came to, before how many and the rest. */
function differenceIn({ kind, key, date, ...pair }: Pair, columns: readonly string[]): Difference {
  const read = (written: string | null): number[] =>
    written === null ? columns.map(() => 0) : (JSON.parse(written) as number[]);
  const [stored, counted] = [read(pair.stored), read(pair.counted)];
  const differing = columns.flatMap((_, index) => (stored[index] === counted[index] ? [] : [index]));
  const at = differing.find((index) => /amount$/iu.test(columns[index] ?? '')) ?? differing[0] ?? 0;
  return {
    ...{ kind, key, date, column: columns[at] ?? '' },
    ...{ stored: stored[at] ?? 0, counted: counted[at] ?? 0 },
  };
}

function productDifferences(db: ReadDb, kind: string, { from, to }: Span): readonly Difference[] {
  const month = Math.floor(from / 100);
  const stored = sql`SELECT productId, ${columns} FROM productMonths WHERE month = ${month}`;
  const counted = sql`SELECT productId, ${columns} FROM (${productRows({ from, to })})`;
  return comparedProducts(db, { kind, date: month * 100 + 1, stored, counted });
}

/** Years are held against the months, which were held against the rows. */
function yearDifferences(db: ReadDb, from: number): readonly Difference[] {
  const years = db.all(sql<{ year: number }>`SELECT DISTINCT year FROM productYears WHERE year >= ${from}
    UNION SELECT DISTINCT month / 100 FROM productMonths WHERE month >= ${from * 100}`);
  const sums = sql.join(productColumns.map((name) => sql`sum(${sql.ref(name)}) AS ${sql.ref(name)}`));
  return years.flatMap(({ year }) => {
    const stored = sql`SELECT productId, ${columns} FROM productYears WHERE year = ${year}`;
    const counted = sql`SELECT productId, ${sums} FROM productMonths
      WHERE month BETWEEN ${year * 100} AND ${year * 100 + 99} GROUP BY productId`;
    return comparedProducts(db, { kind: 'productYears', date: year * 10_000 + 101, stored, counted });
  });
}

const columns = sql.join(productColumns.map((name) => sql.ref(name)));

type Compared = {
  readonly kind: string;
  readonly date: number;
  readonly stored: RawBuilder<unknown>;
  readonly counted: RawBuilder<unknown>;
};

function comparedProducts(db: ReadDb, { kind, date, stored, counted }: Compared): readonly Difference[] {
  const isSomething = sql.join(
    productColumns.map((name) => sql`${sql.ref(name)} <> 0`),
    sql` OR `,
  );
  const rows = (from: RawBuilder<unknown>, side: 'stored' | 'counted') => sql`
    SELECT productId, json_array(${columns}) AS figures, ${sql.lit(side)} AS side
    FROM (${from}) WHERE ${isSomething}`;
  const pairs = db.all(sql<Pair>`SELECT ${kind} AS kind, CAST(productId AS TEXT) AS key,
      CAST(${date} AS INTEGER) AS date, ${sides}
    FROM (${rows(stored, 'stored')} UNION ALL ${rows(counted, 'counted')})
    GROUP BY productId HAVING count(*) <> 2 OR min(figures) <> max(figures)`);
  return pairs.map((pair) => differenceIn(pair, productColumns));
}
