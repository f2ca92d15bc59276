import { z } from 'zod';
import type { ReadDb } from '../database/connection.ts';
import { query } from '../database/query.ts';
import { keyedHashOf } from '../database/sealing/keyed-hash.ts';

/** Where heads are kept: beside the keys, never beside the shop file. */
export type HeadStore = {
  /** What was written last; null where there is nothing. */
  read(): string | null;
  /** Writes all of it or nothing. */
  write(text: string): Promise<void>;
  /** The same, and waits. */
  writeNow(text: string): void;
};

const headForm = z.strictObject({
  fileId: z.string(),
  /** The newest entry of the log, its hash, and when it was made. */
  lastId: z.number(),
  hash: z.string(),
  at: z.number(),
  /** The highest order number. */
  orders: z.number(),
  /** Of each digest its version, how many rows, and their sum. */
  digests: z.record(z.string(), z.tuple([z.number(), z.number(), z.string()])),
  mac: z.string(),
});

/** What the application knows of a shop file by itself. */
export type Head = Omit<z.infer<typeof headForm>, 'mac'>;

const fileForm = z.strictObject({ version: z.literal(1), heads: z.array(headForm) });

/** Shops that one computer remembers. */
const mostHeads = 50;

/** The head of a shop file as it stands now. */
export function headOf(db: ReadDb): Head {
  const last = db.get(
    query.selectFrom('auditEntries').select(['id', 'hash', 'at']).orderBy('id', 'desc').limit(1),
  );
  const file = db.get(query.selectFrom('shopFile').select('fileId'));
  const order = db.get(query.selectFrom('orders').select('id').orderBy('id', 'desc').limit(1));
  const digests = db.all(query.selectFrom('digests').selectAll());
  return {
    fileId: file?.fileId ?? '',
    lastId: last?.id ?? 0,
    hash: last?.hash ?? '',
    at: last?.at ?? 0,
    orders: order?.id ?? 0,
    digests: Object.fromEntries(
      digests.map(({ kind, version, rowCount, sum }) => [kind, [version, rowCount, sum]]),
    ),
  };
}

export type KeptHeads = {
  /** `none`: nothing was ever kept here. `damaged`: something is there that this application did not write. */
  readonly state: 'kept' | 'none' | 'damaged';
  readonly heads: readonly Head[];
};

/** The heads that are kept, those that were written with the key. */
export function readHeads(key: Uint8Array, text: string | null): KeptHeads {
  if (text === null) return { state: 'none', heads: [] };
  const parsed = fileForm.safeParse(parse(text));
  if (!parsed.success) return { state: 'damaged', heads: [] };
  const own = parsed.data.heads.filter(({ mac, ...head }) => mac === macOf(key, head));
  const heads = own.map(({ mac: _, ...head }) => head);
  return { state: own.length === parsed.data.heads.length ? 'kept' : 'damaged', heads };
}

/** The heads as they are written: this one first, then those of other shops. */
export function headsText(key: Uint8Array, head: Head, others: readonly Head[]): string {
  const kept = [head, ...others.filter(({ fileId }) => fileId !== head.fileId)].slice(0, mostHeads);
  return JSON.stringify({ version: 1, heads: kept.map((one) => ({ ...one, mac: macOf(key, one) })) });
}

/**
 * What is written before another state of a shop is put in its place: the heads that are kept, and the one that comes.
 * Whichever of the two the next start finds is expected; that start keeps its own alone.
 */
export function headsBefore(key: Uint8Array, text: string | null, coming: Head): string {
  const heads = [...readHeads(key, text).heads.slice(0, mostHeads - 1), coming];
  return JSON.stringify({ version: 1, heads: heads.map((one) => ({ ...one, mac: macOf(key, one) })) });
}

function macOf(key: Uint8Array, head: Head): string {
  const { fileId, lastId, hash, at, orders, digests } = head;
  return keyedHashOf(key).text(JSON.stringify(['head', fileId, lastId, hash, at, orders, digests]));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
