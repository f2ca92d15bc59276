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

export type PaperSealing = {
  /** Seals the papers that wait; of a long transaction's only those that nothing is added to later. */
  seal(which: 'all' | 'done'): readonly RawFinding[];
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
      .prepare<[], [string, number]>(`SELECT sourceType, sourceId FROM touchedPapers WHERE ${which}`)
      .raw();
  const waiting = { all: list('TRUE'), done: list("sourceType = 'product'") };
  const clear = {
    all: writer.prepare('DELETE FROM touchedPapers'),
    done: writer.prepare("DELETE FROM touchedPapers WHERE sourceType = 'product'"),
  };
  const count = writer
    .prepare<[], number>("SELECT count(*) FROM touchedPapers WHERE sourceType = 'product'")
    .pluck();
  return {
    howMany: () => count.get() ?? 0,
    seal(which) {
      const papers = waiting[which].all();
      if (papers.length === 0) return [];
      const findings: RawFinding[] = [];
      for (const paper of papers) {
        // Before it is sealed anew: another program may have changed what it moved.
        const [must, seal] = [before.make(...paper), sealBefore.get(...paper) ?? null];
        if (must !== seal) findings.push(paperFinding(reader, paper, seal, must));
        write(...paper, now.make(...paper));
      }
      clear[which].run();
      return findings;
    },
  };
}
