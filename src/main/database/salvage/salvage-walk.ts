import { parseTreePage, rowsOf, type StoredRow, type TreePage } from './salvage-page.ts';
import type { FilePages } from './salvage-pages.ts';
import { isShaped, type TreeShape } from './salvage-shapes.ts';

/** What each page was found to be, so that none is read for two things. */
export type PageClaims = {
  /** Pages that belong to a tree, or are noted as free. */
  readonly taken: Uint8Array;
  /** Of a page that a long row goes on in, the page where that row begins. */
  readonly overflowOf: Uint32Array;
};

export function noClaims(pages: FilePages): PageClaims {
  return { taken: new Uint8Array(pages.count + 1), overflowOf: new Uint32Array(pages.count + 1) };
}

/** A tree page and its rows; null for each row that cannot be read. */
export type ReadPage = { readonly page: TreePage; readonly rows: readonly (StoredRow | null)[] };

/** Reads a page with all its rows, or with the first few; null where it is no page of a tree. */
export function readTreePage(
  pages: FilePages,
  claims: PageClaims,
  no: number,
  most = Number.POSITIVE_INFINITY,
): ReadPage | null {
  const found = pages.read(no);
  const bytes = found && Buffer.from(found);
  const page = bytes && parseTreePage(bytes, no);
  if (!page) return null;
  const rows: (StoredRow | null)[] = [];
  // A page goes on in another once: no circle, and no more work than there are pages.
  const here = new Set<number>();
  const overflow = (more: number) => {
    const owner = claims.overflowOf[more];
    if (owner === undefined || claims.taken[more] || here.has(more) || (owner !== 0 && owner !== no))
      return null;
    const next = pages.read(more);
    if (!next) return null;
    here.add(more);
    return Buffer.from(next);
  };
  for (const row of rowsOf(bytes, page, overflow)) {
    rows.push(row);
    if (rows.length >= most) break;
  }
  if (most === Number.POSITIVE_INFINITY) for (const more of here) claims.overflowOf[more] = no;
  return { page, rows };
}

/** Whether a page is one of a tree: at least half of its rows look so. A damaged row does not give it to another tree. */
export function isOf(shape: TreeShape, { page, rows }: ReadPage): boolean {
  if (page.tree !== shape.tree) return false;
  const fitting = rows.filter((row) => row !== null && isShaped(shape, row)).length;
  return 2 * fitting >= rows.length;
}

export type WalkedTree = { readonly isWhole: boolean; readonly pages: number };

type Walk = {
  readonly pages: FilePages;
  readonly claims: PageClaims;
  readonly shape: TreeShape;
  readonly root: number;
  /** Takes the rows in order; without it only the first few of each page are looked at. */
  readonly take: ((row: StoredRow) => void) | null;
};

/** Rows of a page that say well enough whose it is. */
const fewRows = 4;

/** What lies ahead of a walk: pages, and between those below an inner page of an index the rows that stand in it. */
function* below({ page, rows }: ReadPage): Generator<number | StoredRow | null> {
  for (const [place, child] of page.children.entries()) {
    yield child;
    yield rows[place] ?? null;
  }
  if (page.isLeaf) yield* rows;
}

/**
 * Goes through a tree from its first page, and takes its rows in the order of their keys. What cannot be read, belongs
 * to another tree or was met before is left out, and the tree is not whole then. Ends whatever the file says: each page
 * is gone through once.
 */
export function* walkTree({ pages, claims, shape, root, take }: Walk): Generator<number, WalkedTree> {
  const ahead: (number | StoredRow)[] = [root];
  let isWhole = true;
  let read = 0;
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (typeof next !== 'number') {
      take?.(next);
      continue;
    }
    const isFree = claims.taken[next] === 0 && claims.overflowOf[next] === 0;
    const found = isFree ? readTreePage(pages, claims, next, take ? undefined : fewRows) : null;
    if (!found || !isOf(shape, found)) {
      isWhole = false;
      continue;
    }
    claims.taken[next] = 1;
    read += 1;
    yield read;
    if (!found.page.isWhole || !found.rows.every((row) => row !== null && isShaped(shape, row)))
      isWhole = false;
    const fitting = [...below(found)].filter(
      (one): one is number | StoredRow => typeof one === 'number' || (one !== null && isShaped(shape, one)),
    );
    ahead.push(...fitting.toReversed());
    // More than there are pages is no tree; between two of them stands one row at most.
    if (ahead.length > 2 * pages.count + found.rows.length) return { isWhole: false, pages: read };
  }
  return { isWhole, pages: read };
}
