import type { FileLayout } from './salvage-layout.ts';
import { claimsOf } from './salvage-layout.ts';
import { findLostPages, type MayHold } from './salvage-lost-pages.ts';
import type { StoredRow } from './salvage-page.ts';
import type { FilePages } from './salvage-pages.ts';
import { schemaShape, type TreeShape } from './salvage-shapes.ts';
import { isOf, type PageClaims, readTreePage, walkTree } from './salvage-walk.ts';

export type FileReading = {
  readonly pages: FilePages;
  readonly layout: FileLayout;
  /** Takes a row of a table. `isLost`: of a page that no tree leads to any more. */
  readonly takeRow: (shape: TreeShape, row: StoredRow, isLost: boolean) => void;
  /** Takes what an index holds of a row of a table that is not whole. */
  readonly takeEntry: (shape: TreeShape, row: StoredRow) => void;
  readonly mayHold: MayHold;
};

export type ReadFile = {
  /** Tables of which all rows were read. */
  readonly whole: ReadonlySet<string>;
  /** Rows that may be of more than one table and were put nowhere. */
  readonly asideRows: number;
  /** Rows were taken from pages that no tree leads to, and which of those had been deleted cannot be known. */
  readonly mayHoldDeleted: boolean;
};

/** Reads all rows of a file page by page. Yields pages done of all. Never throws for what is in the file. */
export function* readShopFile(
  reading: FileReading,
): Generator<{ readonly done: number; readonly total: number }, ReadFile> {
  const { pages, layout, takeRow, takeEntry } = reading;
  const claims = claimsOf(pages, layout);
  const shapes = [...layout.schema.shapes.values()];
  const tables = shapes.filter(({ isIndex }) => !isIndex);
  const open: TreeShape[] = [];
  const progress = counting(pages.count);
  const walk = function* (shape: TreeShape, take: ((row: StoredRow) => void) | null) {
    const root = layout.roots.get(shape.name);
    // A list that is whole names every tree that there is.
    if (root === undefined) return layout.isSchemaWhole;
    const steps = walkTree({ pages, claims, shape, root, take });
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value.isWhole;
      yield* progress();
    }
  };
  yield* walk(schemaShape, null);
  for (const shape of tables) {
    if (!(yield* walk(shape, (row) => takeRow(shape, row, false)))) open.push(shape);
  }
  const broken = new Set(open.map(({ table }) => table));
  for (const shape of shapes.filter(({ isIndex }) => isIndex)) {
    const take = broken.has(shape.table) ? (row: StoredRow) => takeEntry(shape, row) : null;
    if (!(yield* walk(shape, take))) open.push(shape);
  }
  const lost = yield* readLost(reading, claims, open, progress);
  return {
    whole: new Set(tables.filter(({ name }) => !broken.has(name)).map(({ name }) => name)),
    asideRows: lost.asideRows,
    mayHoldDeleted: lost.rows > 0 && !layout.isFreeKnown,
  };
}
type Progress = () => Generator<{ readonly done: number; readonly total: number }, void>;

/** Tells every so many pages how many are done. */
function counting(total: number): Progress {
  let done = 0;
  return function* () {
    done += 1;
    if (done % 100 === 0) yield { done: Math.min(done, total), total };
  };
}

function* readLost(
  { pages, takeRow, mayHold }: FileReading,
  claims: PageClaims,
  open: readonly TreeShape[],
  progress: Progress,
): Generator<{ readonly done: number; readonly total: number }, { rows: number; asideRows: number }> {
  // Without a table that is not whole there is nothing to look for.
  if (!open.some(({ isIndex }) => !isIndex)) return { rows: 0, asideRows: 0 };
  const steps = findLostPages({ pages, claims, open, mayHold });
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield* progress();
  let rows = 0;
  for (const { no, shape } of step.value.found) {
    const read = readTreePage(pages, claims, no);
    if (!read || !isOf(shape, read)) continue;
    for (const row of read.rows) {
      if (row === null) continue;
      takeRow(shape, row, true);
      rows += 1;
    }
  }
  return { rows, asideRows: step.value.asideRows };
}
