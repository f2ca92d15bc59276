import { derivedTables } from './salvage-derived.ts';
import type { StoredRow } from './salvage-page.ts';
import type { FilePages } from './salvage-pages.ts';
import { isShaped, type TreeShape } from './salvage-shapes.ts';
import { type PageClaims, type ReadPage, readTreePage } from './salvage-walk.ts';

/** Whether a table would take rows, by all that it demands of them; nothing stays of the try. */
export type MayHold = (shape: TreeShape, rows: readonly StoredRow[]) => boolean;

type Lost = {
  readonly pages: FilePages;
  readonly claims: PageClaims;
  /** Trees of which pages are missing; the others are accounted for. */
  readonly open: readonly TreeShape[];
  readonly mayHold: MayHold;
};

export type LostPages = {
  /** Pages whose table is certain, in order. */
  readonly found: readonly { readonly no: number; readonly shape: TreeShape }[];
  /** Rows on pages that may be of more than one table. They are put nowhere. */
  readonly asideRows: number;
};

type Candidate = { readonly no: number; readonly rows: number; shapes: readonly TreeShape[] };

/**
 * Finds the pages that no tree leads to any more, and whose they are: by the shape of all their rows, by what the
 * tables demand of a row, and by the pages that hang together. Yields pages looked at.
 */
export function* findLostPages(lost: Lost): Generator<number, LostPages> {
  const candidates = new Map<number, Candidate>();
  const groups: (readonly number[])[] = [];
  for (let no = 2; no <= lost.pages.count && lost.open.length > 0; no += 1) {
    if (lost.claims.taken[no] || lost.claims.overflowOf[no]) continue;
    const read = readTreePage(lost.pages, lost.claims, no);
    yield no;
    if (!read) continue;
    if (!read.page.isLeaf)
      groups.push(read.page.tree === 'table' ? read.page.children : [no, ...read.page.children]);
    const rows = read.rows.filter((row) => row !== null);
    const shapes = rows.length > 0 ? shapesFor(lost, read, rows) : [];
    if (shapes.length > 0) candidates.set(no, { no, rows: rows.length, shapes });
  }
  agree(candidates, groups);
  const found: { no: number; shape: TreeShape }[] = [];
  let asideRows = 0;
  for (const { no, rows, shapes } of candidates.values()) {
    const [only] = shapes;
    if (only && shapes.length === 1) found.push({ no, shape: only });
    // What may only be of this or that index, or follows from other rows, is missed by nobody.
    else if (shapes.some(({ name, isIndex }) => !isIndex && !derivedTables.has(name))) asideRows += rows;
  }
  return { found: found.filter(({ shape }) => !shape.isIndex), asideRows };
}

function shapesFor(lost: Lost, { page }: ReadPage, rows: readonly StoredRow[]): readonly TreeShape[] {
  const shapes = lost.open.filter(
    (shape) => shape.tree === page.tree && rows.every((row) => isShaped(shape, row)),
  );
  return shapes.filter((shape) => shape.isIndex || lost.mayHold(shape, rows));
}

/** Pages below one page, and it itself where it holds rows, are of one tree: what some cannot be, none is. */
function agree(candidates: Map<number, Candidate>, groups: readonly (readonly number[])[]): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const group of groups) {
      const members = group.flatMap((no) => candidates.get(no) ?? []);
      const [first] = members;
      if (!first) continue;
      const common = first.shapes.filter((shape) => members.every((one) => one.shapes.includes(shape)));
      // They contradict each other where a pointer is damaged: then each stands for itself.
      if (common.length === 0) continue;
      for (const one of members) {
        if (one.shapes.length === common.length) continue;
        one.shapes = common;
        changed = true;
      }
    }
  }
}
