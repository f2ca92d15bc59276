import { decodeRecord, type StoredValue, varintAt } from './salvage-record.ts';

/** A tree of a table keeps its rows in leaves; that of an index, or of a table without row ids, in inner pages as well. */
export type PageTree = 'table' | 'index';

export type TreePage = {
  readonly tree: PageTree;
  readonly isLeaf: boolean;
  /** Where its cells begin, in order of their keys. */
  readonly cells: readonly number[];
  /** The pages below it, in order; none of a leaf. */
  readonly children: readonly number[];
  /** False where it is damaged in a way that can be seen: cells lie outside of it, or bytes are unaccounted for. */
  readonly isWhole: boolean;
};

/** One row as it is stored. `rowId` is null where rows have none. */
export type StoredRow = { readonly rowId: number | bigint | null; readonly values: readonly StoredValue[] };

/** Answers a page that a long row goes on in; null where there is none such, or it is in use by another row. */
export type OverflowPage = (page: number) => Buffer | null;

/** Bytes of the file's own header, before the first page's. */
export const fileHeader = 100;

/** No row of a shop is longer: the largest is a picture of one MiB. What says that it is longer is damaged. */
const longestRow = 16 * 1024 * 1024;

const kinds: ReadonlyMap<number, { readonly tree: PageTree; readonly isLeaf: boolean }> = new Map([
  [2, { tree: 'index', isLeaf: false }],
  [5, { tree: 'table', isLeaf: false }],
  [10, { tree: 'index', isLeaf: true }],
  [13, { tree: 'table', isLeaf: true }],
]);

/** Reads what a page of a tree says of itself; null where it is no such page. */
export function parseTreePage(bytes: Buffer, page: number): TreePage | null {
  const start = page === 1 ? fileHeader : 0;
  const kind = kinds.get(bytes[start] ?? 0);
  if (!kind) return null;
  const count = bytes.readUInt16BE(start + 3);
  const pointers = start + (kind.isLeaf ? 8 : 12);
  if (pointers + 2 * count > bytes.length) return null;
  const said = Array.from({ length: count }, (_, place) => bytes.readUInt16BE(pointers + 2 * place));
  const cells = said.filter((at) => at >= pointers + 2 * count && at <= bytes.length - 4);
  const children = kind.isLeaf
    ? []
    : [...cells.map((at) => bytes.readUInt32BE(at)), bytes.readUInt32BE(start + 8)];
  const isWhole = cells.length === count && isAccountedFor(bytes, start, { ...kind, cells });
  return { ...kind, cells, children, isWhole };
}

/** Whether cells and what is noted as free between them come to all that the page says is in use. */
function isAccountedFor(
  bytes: Buffer,
  start: number,
  page: Pick<TreePage, 'tree' | 'isLeaf' | 'cells'>,
): boolean {
  let used = bytes[start + 7] ?? 0;
  for (const at of page.cells) {
    const size = cellSize(bytes, at, page);
    if (size === null) return false;
    used += size;
  }
  let free = bytes.readUInt16BE(start + 1);
  while (free !== 0) {
    if (free > bytes.length - 4) return false;
    used += bytes.readUInt16BE(free + 2);
    const next = bytes.readUInt16BE(free);
    // They stand in the order of their places, so that there is no circle.
    if (next !== 0 && next <= free) return false;
    free = next;
  }
  // 65536 does not fit, and is written as nothing.
  return used === bytes.length - (bytes.readUInt16BE(start + 5) || 65_536);
}

type Cell = {
  readonly rowId: number | bigint | null;
  /** Bytes of the whole record; none of an inner page of a table. */
  readonly length: number;
  /** Where the record begins, and how much of it stands on this page. */
  readonly at: number;
  readonly local: number;
};

function cellAt(
  bytes: Buffer,
  start: number,
  { tree, isLeaf }: Pick<TreePage, 'tree' | 'isLeaf'>,
): Cell | null {
  let at = isLeaf ? start : start + 4;
  if (tree === 'table' && !isLeaf) {
    const key = varintAt(bytes, at);
    return key && { rowId: key.value, length: 0, at: key.end, local: 0 };
  }
  const length = varintAt(bytes, at);
  if (!length || typeof length.value !== 'number' || length.value > longestRow) return null;
  at = length.end;
  const rowId = tree === 'table' ? varintAt(bytes, at) : { value: null, end: at };
  if (!rowId) return null;
  const local = localBytes(length.value, bytes.length, tree);
  if (rowId.end + local + (local < length.value ? 4 : 0) > bytes.length) return null;
  return { rowId: rowId.value, length: length.value, at: rowId.end, local };
}

/** How much of a record stands on its page; the rest goes on elsewhere. */
function localBytes(length: number, pageSize: number, tree: PageTree): number {
  const share = (part: number) => Math.floor(((pageSize - 12) * part) / 255) - 23;
  const most = tree === 'table' ? pageSize - 35 : share(64);
  if (length <= most) return length;
  const least = share(32);
  const fitting = least + ((length - least) % (pageSize - 4));
  return fitting <= most ? fitting : least;
}

function cellSize(bytes: Buffer, start: number, page: Pick<TreePage, 'tree' | 'isLeaf'>): number | null {
  const cell = cellAt(bytes, start, page);
  if (!cell) return null;
  return Math.max(4, cell.at + cell.local + (cell.local < cell.length ? 4 : 0) - start);
}

/** The rows on a page, in order; null for each that cannot be read. */
export function* rowsOf(bytes: Buffer, page: TreePage, overflow: OverflowPage): Generator<StoredRow | null> {
  if (page.tree === 'table' && !page.isLeaf) return;
  for (const start of page.cells) {
    const cell = cellAt(bytes, start, page);
    const record = cell && recordOf(bytes, cell, overflow);
    const values = record && decodeRecord(record);
    yield values ? { rowId: cell.rowId, values } : null;
  }
}

function recordOf(bytes: Buffer, { length, at, local }: Cell, overflow: OverflowPage): Buffer | null {
  const here = bytes.subarray(at, at + local);
  if (local === length) return here;
  const parts = [here];
  let missing = length - local;
  let next = bytes.readUInt32BE(at + local);
  while (missing > 0) {
    const more = overflow(next);
    if (!more) return null;
    const part = more.subarray(4, 4 + Math.min(missing, more.length - 4));
    parts.push(part);
    missing -= part.length;
    next = more.readUInt32BE(0);
  }
  return Buffer.concat(parts, length);
}
