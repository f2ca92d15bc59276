import type BetterSqlite3 from 'better-sqlite3';
import { type OrderColumns, paperSeals } from './order-seal.ts';
import { paperFinding, paperSealWriter, unsealedPapers } from './paper-findings.ts';
import type { RawFinding } from './raw-finding.ts';
import type { SealKeys } from './seal-keys.ts';

type Parts = {
  readonly writer: BetterSqlite3.Database;
  readonly reader: BetterSqlite3.Database;
  readonly columns: OrderColumns;
  readonly keys: SealKeys;
};

export type PaperSealing = {
  /** Seals the papers that wait; of a long transaction's only those that nothing is added to later. */
  seal(which: 'all' | 'done'): readonly RawFinding[];
  /** Seals movements that the open transaction wrote and no paper told of: the sample shop brings no receipts along. */
  sealUntold(): void;
  howMany(): number;
};

/**
 * Seals the movements of papers that the open transaction wrote. An import or a stock-take goes on adding movements until
 * it ends, a new product has its opening stock at once.
 */
export function createPaperSealing({ writer, reader, columns, keys }: Parts): PaperSealing {
  const now = paperSeals(writer, columns, keys.orders);
  const before = paperSeals(reader, columns, keys.orders);
  const sealBefore = reader
    .prepare<[string, number], string>('SELECT seal FROM paperSeals WHERE sourceType = ? AND sourceId = ?')
    .pluck();
  const write = paperSealWriter(writer);
  const list = (which: string) =>
    writer
      .prepare<[], [string, number, 0 | 1]>(
        `SELECT sourceType, sourceId, isNew FROM touchedPapers WHERE ${which}`,
      )
      .raw();
  const waiting = { all: list('TRUE'), done: list("sourceType = 'product'") };
  const clear = {
    all: writer.prepare('DELETE FROM touchedPapers'),
    done: writer.prepare("DELETE FROM touchedPapers WHERE sourceType = 'product'"),
  };
  const count = writer
    .prepare<[], number>("SELECT count(*) FROM touchedPapers WHERE sourceType = 'product'")
    .pluck();
  /** Before it is sealed anew: another program may have changed what it moved. */
  const changedBefore = (paper: readonly [string, number]): readonly RawFinding[] => {
    const [must, seal] = [before.make(...paper), sealBefore.get(...paper) ?? null];
    return must === seal ? [] : [paperFinding(reader, paper, seal, must)];
  };
  return {
    howMany: () => count.get() ?? 0,
    seal(which) {
      const papers = waiting[which].all();
      if (papers.length === 0) return [];
      const findings: RawFinding[] = [];
      for (const [sourceType, sourceId, isNew] of papers) {
        const paper = [sourceType, sourceId] as const;
        if (!isNew) findings.push(...changedBefore(paper));
        const seal = now.make(...paper);
        if (seal !== null || !isNew) write(...paper, seal);
      }
      clear[which].run();
      return findings;
    },
    sealUntold() {
      const untold = new Set(unsealedPapers(reader).map(String));
      for (const paper of unsealedPapers(writer)) {
        if (!untold.has(String(paper))) write(...paper, now.make(...paper));
      }
    },
  };
}
