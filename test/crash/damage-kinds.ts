import { closeSync, ftruncateSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

/** What a disk, a cable or a stray program does to bytes. */
export const damageKinds = [
  'one bit',
  'one byte',
  'page header byte',
  'zeroed sector',
  'zeroed page',
  'swapped page',
  'truncated',
  '64 random bytes',
] as const;
export type DamageKind = (typeof damageKinds)[number];

/** Orders, what was paid, and stock: of these a shop lives. */
const living =
  /^(?:orders|orderLines|orderTaxes|orderEvents|payments|refunds|returns|returnLines|invoices|stockMovements|productStock|products)$/u;

/** Which part of the file is hit: a quarter anywhere, a quarter where indices are, half where the shop lives. */
export type PageMap = {
  readonly pageSize: number;
  readonly pages: number;
  /** Numbers of pages, from 1. */
  readonly living: readonly number[];
  readonly indices: readonly number[];
};

export function isLiving(table: string): boolean {
  return living.test(table);
}

export function mapPages(path: string): PageMap {
  const database = new BetterSqlite3(path, { readonly: true });
  try {
    const used = database
      .prepare<[], { name: string; pageno: number; type: string | null; ncell: number }>(
        `SELECT d.name, d.pageno, s.type, d.ncell FROM dbstat d LEFT JOIN sqlite_schema s ON s.name = d.name`,
      )
      .all()
      .filter(({ ncell }) => ncell > 0);
    return {
      pageSize: database.pragma('page_size', { simple: true }) as number,
      pages: database.pragma('page_count', { simple: true }) as number,
      living: used.filter(({ name }) => isLiving(name)).map(({ pageno }) => pageno),
      indices: used.filter(({ type }) => type === 'index').map(({ pageno }) => pageno),
    };
  } finally {
    database.close();
  }
}

type Dice = () => number;

/** Bytes before the first page of a log of writes, and before the page in each of its frames. */
const walHeader = 32;
const frameHeader = 24;

/**
 * Damages a shop in its folder, which changes bytes for certain. Answers in words what and where.
 */
export function damageShop(folder: string, kind: DamageKind, map: PageMap, dice: Dice): string {
  const below = (end: number): number => Math.floor(dice() * end);
  const log = join(folder, 'shop.db-wal');
  const logSize = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const isLog = logSize > walHeader && dice() < 0.5;
  const path = isLog ? log : join(folder, 'shop.db');
  const size = statSync(path).size;
  const framed = map.pageSize + frameHeader;
  const frames = Math.floor((logSize - walHeader) / framed);
  const pageStart = (): { readonly at: number; readonly words: string } => {
    if (isLog) {
      const frame = below(frames);
      return { at: walHeader + frame * framed + frameHeader, words: `frame ${frame} of the log` };
    }
    // The file's own header is small and holds the most.
    const page = kind === 'page header byte' && dice() < 0.3 ? 1 : choosePage(map, dice);
    return { at: (page - 1) * map.pageSize, words: `page ${page}` };
  };
  const file = openSync(path, 'r+');
  try {
    for (;;) {
      const { at, words } = pageStart();
      const changed = change(kind, {
        at,
        size,
        pageSize: map.pageSize,
        below,
        file,
        other: () => pageStart().at,
      });
      if (changed !== null) return `${kind}, ${words}: ${changed}`;
    }
  } finally {
    closeSync(file);
  }
}

function choosePage({ pages, living: alive, indices }: PageMap, dice: Dice): number {
  const share = dice();
  const from = share < 0.5 ? alive : share < 0.7 ? indices : [];
  return from[Math.floor(dice() * from.length)] ?? 1 + Math.floor(dice() * pages);
}

type Hit = {
  readonly file: number;
  readonly size: number;
  readonly pageSize: number;
  /** Where a page begins. */
  readonly at: number;
  readonly below: (end: number) => number;
  readonly other: () => number;
};

/** What was changed, in words; null where it left every byte as it was. */
function change(kind: DamageKind, hit: Hit): string | null {
  const { file, size, pageSize, at, below } = hit;
  switch (kind) {
    case 'one bit':
      return rewrite(hit, at + below(pageSize), 1, (bytes) =>
        bytes.writeUInt8(bytes.readUInt8() ^ (1 << below(8))),
      );
    case 'one byte':
      return rewrite(hit, at + below(pageSize), 1, (bytes) => bytes.writeUInt8(below(256)));
    case 'page header byte':
      // The first page begins with the header of the file.
      return rewrite(hit, at + below(at === 0 ? 112 : 12), 1, (bytes) => bytes.writeUInt8(below(256)));
    case 'zeroed sector':
      return rewrite(hit, at + 512 * below(pageSize / 512), 512, (bytes) => void bytes.fill(0));
    case 'zeroed page':
      return rewrite(hit, at, pageSize, (bytes) => void bytes.fill(0));
    case 'swapped page':
      return swap(hit, hit.other());
    case 'truncated': {
      const to = below(4) === 0 ? below(size) : Math.max(0, size - 1 - below(8 * pageSize));
      ftruncateSync(file, to);
      return `to ${to} of ${size} bytes`;
    }
    case '64 random bytes':
      return rewrite(hit, at + below(pageSize), 64, (bytes) => {
        for (let index = 0; index < bytes.length; index += 1) bytes[index] = below(256);
      });
  }
}

function read({ file, size }: Hit, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
  readSync(file, bytes, 0, bytes.length, at);
  return bytes;
}

function rewrite(hit: Hit, at: number, length: number, to: (bytes: Buffer) => unknown): string | null {
  const bytes = read(hit, at, length);
  const before = Buffer.from(bytes);
  if (bytes.length > 0) to(bytes);
  if (bytes.equals(before)) return null;
  writeSync(hit.file, bytes, 0, bytes.length, at);
  return length === 1 ? `byte ${at} from ${before[0]} to ${bytes[0]}` : `${bytes.length} bytes at ${at}`;
}

function swap(hit: Hit, other: number): string | null {
  const [one, two] = [read(hit, hit.at, hit.pageSize), read(hit, other, hit.pageSize)];
  if (one.equals(two)) return null;
  writeSync(hit.file, two, 0, two.length, hit.at);
  writeSync(hit.file, one, 0, one.length, other);
  return `with what begins at ${other}`;
}
