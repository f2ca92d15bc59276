import { sql } from 'kysely';
import type { BackupFacts } from '../../shared/contract/backup-fields.ts';
import { money } from '../../shared/domain/money.ts';
import { printedNumber } from '../../shared/domain/paper-number.ts';
import { newestRules } from '../database/checks/newest-rules.ts';
import { type CheckedFile, openChecked, type ShopProblem } from '../database/checks/open-checked.ts';
import { type CheckArea, shopRules } from '../database/checks/shop-rules.ts';
import type { ReadDb } from '../database/connection.ts';
import { type Migration, ShopFileError } from '../database/migrate.ts';
import type { RawFinding } from '../database/sealing/raw-finding.ts';
import { verifyChain } from './audit-chain.ts';
import type { Progress } from './context.ts';

/** What is in a shop file, and what tells one state of it from another. */
export type ShopFacts = BackupFacts & {
  /** Which file this is, through all its copies. */
  readonly fileId: string;
  /** The newest entry of the audit log, whose hash covers all before it. */
  readonly lastEntry: { readonly id: number; readonly hash: string; readonly at: number } | null;
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
};

export type CheckedShop = {
  /** Null where the file cannot be read, or holds no shop. */
  readonly facts: ShopFacts | null;
  readonly problems: readonly ShopProblem[];
  /** Why it cannot be opened at all; null where it can. */
  readonly unreadable: ShopFileError['problem'] | null;
};

type CheckOptions = {
  readonly migrations: readonly Migration[];
  /** The key of the audit log, for the chain and the seals; null where it is not known. */
  readonly auditKey: Uint8Array | null;
  /** Every page, row, link and seal; otherwise pages quickly, and of the rest what is newest. */
  readonly deep: boolean;
};

/** Entries that a check which is not deep makes the links of. */
const newestEntries = 500;

/**
 * Says whether a shop file is whole, step by step: its pages, its references, its schema, whether money, stock and
 * numbers add up, the audit chain and the seals. It is opened so that nothing in it can run or be written. What cannot
 * be read is a problem, never an exception.
 */
export function* checkShopFile(path: string, options: CheckOptions): Generator<Progress, CheckedShop> {
  let file: CheckedFile;
  try {
    file = openChecked(path, options.migrations);
  } catch (error) {
    const unreadable = error instanceof ShopFileError ? error.problem : 'damaged';
    return { facts: null, problems: [{ check: 'file', what: wordsOf(error), count: 1 }], unreadable };
  }
  try {
    const problems: ShopProblem[] = [];
    const isNewest = file.schema === options.migrations.length;
    const steps = [...stepsOf(file, options, isNewest)];
    for (const [done, step] of steps.entries()) {
      yield { done, total: steps.length };
      problems.push(...(yield* patiently(step, { done, total: steps.length })));
    }
    return { facts: factsSafely(file, problems), problems, unreadable: null };
  } finally {
    file.close();
  }
}

type Step = {
  readonly area: CheckArea;
  work(): readonly ShopProblem[] | Generator<unknown, readonly ShopProblem[]>;
};

/** One step; where the file cannot be read for it, that is what was found. */
function* patiently(step: Step, progress: Progress): Generator<Progress, readonly ShopProblem[]> {
  try {
    const found = step.work();
    if (!('next' in found)) return found;
    for (;;) {
      const next = found.next();
      if (next.done) return next.value;
      yield progress;
    }
  } catch (error) {
    return [{ check: step.area, what: `could not be read: ${wordsOf(error)}`, count: 1 }];
  }
}

function* stepsOf(file: CheckedFile, { auditKey, deep }: CheckOptions, isNewest: boolean): Generator<Step> {
  const found = (check: CheckArea, what: string, count: number): readonly ShopProblem[] =>
    count > 0 ? [{ check, what, count }] : [];
  yield {
    area: 'file',
    work: () => file.integrity(deep).map((what) => ({ check: 'file', what, count: 1 })),
  };
  yield {
    area: 'schema',
    work: () =>
      found('schema', 'tables, triggers or views are not those of its version', file.hasOwnSchema() ? 0 : 1),
  };
  if (deep) {
    yield {
      area: 'references',
      work: () => found('references', 'references lead nowhere', file.brokenReferences()),
    };
  }
  if (isNewest) {
    for (const { area, what, rows } of deep ? shopRules : newestRules) {
      yield { area, work: () => found(area, what, file.count(rows)) };
    }
  }
  if (auditKey === null) return;
  yield { area: 'chain', work: () => chainProblems(file.read, auditKey, deep) };
  if (deep && isNewest) yield { area: 'seals', work: () => sealProblems(file, auditKey) };
}

function* chainProblems(
  read: ReadDb,
  key: Uint8Array,
  deep: boolean,
): Generator<unknown, readonly ShopProblem[]> {
  const lastId = lastEntryOf(read)?.id ?? 0;
  const findings = yield* verifyChain(read, key, deep ? 1 : Math.max(1, lastId - newestEntries));
  return notKnown(read, findings).map(({ kind, params }) => ({
    check: 'chain',
    what: kind,
    count: Number(params.count ?? 1),
  }));
}

function* sealProblems(file: CheckedFile, key: Uint8Array): Generator<unknown, readonly ShopProblem[]> {
  const findings = yield* file.verifySeals(key);
  return notKnown(file.read, findings).map(({ kind, params }) => ({
    check: 'seals',
    what: kind,
    count: Number(params.count ?? 1),
  }));
}

/** What the shop knows of itself already stands on its owner's screen: the copy is none the worse for it. */
function notKnown(read: ReadDb, findings: readonly RawFinding[]): readonly RawFinding[] {
  if (findings.length === 0) return findings;
  const known = new Set(
    read
      .all(sql<{ fingerprint: string }>`SELECT fingerprint FROM auditFindings`)
      .map((one) => one.fingerprint),
  );
  return findings.filter((one) => !known.has(`${one.kind} ${one.fingerprint}`));
}

function factsSafely(file: CheckedFile, problems: ShopProblem[]): ShopFacts | null {
  try {
    return factsOf(file);
  } catch (error) {
    problems.push({ check: 'counts', what: `could not be read: ${wordsOf(error)}`, count: 1 });
    return null;
  }
}

/** What is in a file; null where no shop was opened in it yet. */
export function factsOf({ read, schema, rows }: CheckedFile): ShopFacts | null {
  // All columns: those of numbers came with a later schema.
  const shop = read.get(sql<Record<string, unknown>>`SELECT * FROM shop`);
  if (!shop) return null;
  const orders = read.get(
    sql<{ orders: number; sales: number | null; lastId: number | null }>`SELECT count(*) AS orders,
      sum(total) FILTER (WHERE status <> 'cancelled') AS sales, max(id) AS lastId FROM orders`,
  );
  const last = read.get(
    sql<{
      id: number;
      at: number;
      total: number;
    }>`SELECT id, placedAt AS at, total FROM orders
      ORDER BY businessDate DESC, placedAt DESC, id DESC LIMIT 1`,
  );
  const counted = rows();
  // Files did not tell themselves apart from the beginning.
  const file =
    'shopFile' in counted ? read.get(sql<{ fileId: string }>`SELECT fileId FROM shopFile`) : undefined;
  const numbering = { prefix: String(shop.orderPrefix ?? ''), digits: Number(shop.orderDigits ?? 1) };
  return {
    shop: String(shop.name),
    schema,
    currency: String(shop.currency),
    currencyExponent: Number(shop.currencyExponent),
    orders: orders?.orders ?? 0,
    sales: money(orders?.sales ?? 0),
    lastOrder: last
      ? { number: printedNumber(numbering, last.id), at: last.at, total: money(last.total) }
      : null,
    products: counted.products ?? 0,
    customers: counted.customers ?? 0,
    fileId: file?.fileId ?? '',
    lastEntry: lastEntryOf(read),
    rows: counted,
  };
}

function lastEntryOf(read: ReadDb): ShopFacts['lastEntry'] {
  const last = read.get(
    sql<{
      id: number;
      hash: string;
      at: number;
    }>`SELECT id, hash, at FROM auditEntries ORDER BY id DESC LIMIT 1`,
  );
  return last ?? null;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
