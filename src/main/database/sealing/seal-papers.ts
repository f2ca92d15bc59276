import type BetterSqlite3 from 'better-sqlite3';
import { type OrderColumns, paperSeals } from './order-seal.ts';
import { paperFinding, paperSealWriter } from './paper-findings.ts';
import type { RawFinding } from './raw-finding.ts';
import type { SealKeys } from './seal-keys.ts';

type Parts = {
  readonly writer: BetterSqlite3.Database;
  readonly reader: BetterSqlite3.Database;
  readonly columns: OrderColumns;
  readonly keys: SealKeys;
};

/**
 * Seals the movements of the papers that the open transaction wrote, right before its commit: an import or a stock-take
 * goes on adding movements until it ends. Answers what another program changed of them before.
 */
export function createPaperSealing({ writer, reader, columns, keys }: Parts): () => readonly RawFinding[] {
  const now = paperSeals(writer, columns, keys.orders);
  const before = paperSeals(reader, columns, keys.orders);
  const sealBefore = reader
    .prepare<[string, number], string>('SELECT seal FROM paperSeals WHERE sourceType = ? AND sourceId = ?')
    .pluck();
  const write = paperSealWriter(writer);
  const waiting = writer
    .prepare<[], [string, number, 0 | 1]>('SELECT sourceType, sourceId, isNew FROM touchedPapers')
    .raw();
  const clear = writer.prepare('DELETE FROM touchedPapers');
  const changedBefore = (paper: readonly [string, number]): readonly RawFinding[] => {
    const [must, seal] = [before.make(...paper), sealBefore.get(...paper) ?? null];
    return must === seal ? [] : [paperFinding(reader, paper, seal, must)];
  };
  return () => {
    const papers = waiting.all();
    if (papers.length === 0) return [];
    const findings: RawFinding[] = [];
    for (const [sourceType, sourceId, isNew] of papers) {
      const paper = [sourceType, sourceId] as const;
      if (!isNew) findings.push(...changedBefore(paper));
      const seal = now.make(...paper);
      if (seal !== null || !isNew) write(...paper, seal);
    }
    clear.run();
    return findings;
  };
}
