import type BetterSqlite3 from 'better-sqlite3';
import { stepTo } from '../walk.ts';
import type { PaperSeals } from './order-seal.ts';
import type { RawFinding } from './raw-finding.ts';

/** What a paper is called as the target of a finding; others are named in words. */
const targetKinds: Readonly<Record<string, string>> = {
  product: 'product',
  return: 'return',
  count: 'stock-take',
  import: 'import',
};

/** Papers that are compared in one go. */
const papersInStep = 50;

/** What is found where the movements of a paper are not what its seal says. */
export function paperFinding(
  database: BetterSqlite3.Database,
  [sourceType, sourceId]: readonly [string, number],
  seal: string | null,
  must: string | null,
): RawFinding {
  return {
    kind: must === null ? 'rows-missing' : seal === null ? 'rows-added' : 'rows-changed',
    fingerprint: `movements ${sourceType} ${sourceId} ${seal} ${must}`,
    target: targetOf(database, sourceType, sourceId),
    params: { table: 'stockMovements', source: `${sourceType} ${sourceId}` },
  };
}

/** The product, where the paper moved one alone; otherwise the paper. */
function targetOf(
  database: BetterSqlite3.Database,
  sourceType: string,
  sourceId: number,
): RawFinding['target'] {
  const products = database
    .prepare<[string, number], number>(
      'SELECT DISTINCT productId FROM stockMovements WHERE sourceType = ? AND sourceId = ? LIMIT 2',
    )
    .pluck()
    .all(sourceType, sourceId);
  const [only] = products;
  if (products.length === 1 && only !== undefined && only > 0) return { kind: 'product', id: only };
  const kind = targetKinds[sourceType];
  return kind === undefined ? null : { kind, id: sourceId };
}

/** Compares the movements of every paper with its seal, step by step; yields how many papers each took. */
export function* verifyPapers(
  database: BetterSqlite3.Database,
  seals: PaperSeals,
): Generator<number, readonly RawFinding[]> {
  const next = database
    .prepare<
      [string, number, number],
      [string, number, string]
    >(`SELECT sourceType, sourceId, seal FROM paperSeals
      WHERE (sourceType, sourceId) > (?, ?) ORDER BY sourceType, sourceId LIMIT ?`)
    .raw();
  const findings: RawFinding[] = [];
  for (let last: readonly [string, number] = ['', 0]; ; ) {
    const rows = next.all(...last, papersInStep);
    for (const [sourceType, sourceId, seal] of rows) {
      last = stepTo(last, [sourceType, sourceId]);
      const must = seals.make(sourceType, sourceId);
      if (must !== seal) findings.push(paperFinding(database, last, seal, must));
    }
    yield rows.length;
    if (rows.length < papersInStep) break;
  }
  for (const papers of unsealedPapers(database)) {
    findings.push(...papers.map((paper) => paperFinding(database, paper, null, seals.make(...paper))));
    yield 0;
  }
  return findings;
}

/** Sources of movements, orders apart, that stand under no seal; looked for in steps. */
export function* unsealedPapers(
  database: BetterSqlite3.Database,
): Generator<readonly (readonly [string, number])[]> {
  const nextType = database
    .prepare<[string], string>(
      'SELECT sourceType FROM stockMovements WHERE sourceType > ? ORDER BY sourceType LIMIT 1',
    )
    .pluck();
  const nextIds = database
    .prepare<[string, number, number], [number, 0 | 1]>(`SELECT sourceId, EXISTS (
        SELECT 1 FROM paperSeals AS s WHERE s.sourceType = m.sourceType AND s.sourceId = m.sourceId)
      FROM stockMovements AS m WHERE sourceType = ? AND sourceId > ? GROUP BY sourceId ORDER BY sourceId LIMIT ?`)
    .raw();
  let type = '';
  for (let next = nextType.get(type); next !== undefined; next = nextType.get(type)) {
    type = stepTo(type, next);
    const sourceType = type;
    if (sourceType === 'order') continue;
    for (let last = Number.MIN_SAFE_INTEGER; ; ) {
      const rows = nextIds.all(sourceType, last, papersInStep);
      yield rows.filter(([, isSealed]) => !isSealed).map(([sourceId]) => [sourceType, sourceId] as const);
      const end = rows.at(-1);
      if (end) last = stepTo(last, end[0]);
      if (rows.length < papersInStep) break;
    }
  }
}

/** Writes the seal of a paper's movements, or takes it away where it moved nothing. */
export function paperSealWriter(database: BetterSqlite3.Database) {
  const write = database.prepare<
    [string, number, string]
  >(`INSERT INTO paperSeals (sourceType, sourceId, seal)
    VALUES (?, ?, ?) ON CONFLICT (sourceType, sourceId) DO UPDATE SET seal = excluded.seal WHERE seal <> excluded.seal`);
  const clear = database.prepare<[string, number]>(
    'DELETE FROM paperSeals WHERE sourceType = ? AND sourceId = ?',
  );
  return (sourceType: string, sourceId: number, seal: string | null): void => {
    if (seal === null) clear.run(sourceType, sourceId);
    else write.run(sourceType, sourceId, seal);
  };
}
