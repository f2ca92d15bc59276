import type BetterSqlite3 from 'better-sqlite3';
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
      last = [sourceType, sourceId];
      const must = seals.make(sourceType, sourceId);
      if (must !== seal) findings.push(paperFinding(database, last, seal, must));
    }
    yield rows.length;
    if (rows.length < papersInStep) break;
  }
  for (const paper of unsealedPapers(database)) {
    findings.push(paperFinding(database, paper, null, seals.make(...paper)));
  }
  return findings;
}

/** Sources of movements that stand under no seal. */
export function unsealedPapers(database: BetterSqlite3.Database): readonly (readonly [string, number])[] {
  return database
    .prepare<
      [],
      [string, number]
    >(`SELECT sourceType, sourceId FROM stockMovements WHERE sourceType <> 'order'
      EXCEPT SELECT sourceType, sourceId FROM paperSeals`)
    .raw()
    .all();
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
