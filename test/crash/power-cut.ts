import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { linesSaid } from './acknowledged.ts';
import { inspectShop } from './inspect-shop.ts';
import type { Bug } from './kill.ts';
import { onCopy } from './prepare-shop.ts';
import { seededRandom } from './seeded-random.ts';

/** One thing a process did to a file. */
export type WriteRecord = {
  readonly kind: 'w' | 't' | 's' | 'u';
  readonly file: string;
  readonly offset: number;
  readonly data: Buffer;
};

export type Recording = {
  /** What lay in the folder before. */
  readonly before: ReadonlyMap<string, Buffer>;
  readonly records: readonly WriteRecord[];
};

const recorded = ['shop.db', 'shop.db-wal', 'acks.log'];

/** Why the power cut cannot be rehearsed on this machine, or null when it can. */
export function missingForPowerCut(): string | null {
  if (process.platform !== 'linux') return 'recording writes needs Linux';
  if (spawnSync('gcc', ['--version']).error) return 'recording writes needs gcc';
  return null;
}

/** Sells `orders` orders and records every write, truncation, removal and sync on the way. */
export async function recordSale(shop: string, orders: number, bug: Bug): Promise<Recording> {
  const tools = mkdtempSync(join(tmpdir(), 'orderlla-record-'));
  try {
    const library = join(tools, 'record-writes.so');
    const source = join(import.meta.dirname, 'record-writes.c');
    execFileSync('gcc', ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread']);
    return await onCopy(shop, (copy) => {
      const before = new Map([['shop.db', readFileSync(join(copy, 'shop.db'))]]);
      const log = join(tools, 'log');
      const seller = join(import.meta.dirname, 'seller.ts');
      execFileSync(process.execPath, [seller, copy, bug, '50', String(orders)], {
        env: { ...process.env, LD_PRELOAD: library, RECORD_FOLDER: copy, RECORD_LOG: log },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return { before, records: readLog(readFileSync(log)) };
    });
  } finally {
    rmSync(tools, { recursive: true, force: true });
  }
}

/**
 * The same sale as it would have been with `synchronous=NORMAL`, the driver's own default: the log of writes
 * not synced at each commit.
 */
export function withoutCommitSyncs({ before, records }: Recording): Recording {
  return {
    before,
    records: records.filter((record) => record.kind !== 's' || record.file !== 'shop.db-wal'),
  };
}

function readLog(log: Buffer): readonly WriteRecord[] {
  const records: WriteRecord[] = [];
  let at = 0;
  while (at < log.length) {
    const kind = String.fromCharCode(log.readUInt8(at)) as WriteRecord['kind'];
    const pathLength = log.readUInt16LE(at + 1);
    const offset = Number(log.readBigUInt64LE(at + 3));
    const length = log.readUInt32LE(at + 11);
    const path = log.subarray(at + 15, at + 15 + pathLength).toString();
    const data = log.subarray(at + 15 + pathLength, at + 15 + pathLength + length);
    records.push({ kind, file: basename(path), offset, data });
    at += 15 + pathLength + length;
  }
  return records.filter((record) => recorded.includes(record.file));
}

export type PowerCutReport = {
  readonly images: number;
  readonly syncs: number;
  readonly deeds: number;
  readonly failures: readonly string[];
};

/**
 * Replays a recording up to a random point, as a disk would be found after the power went: everything up to
 * each file's last sync, and of what came after nothing, all, some writes or some 512-byte sectors, chosen for
 * each file by itself. Opens each image as the next start would: nothing that was acknowledged may be missing.
 */
export async function powerCutImages(
  recording: Recording,
  images: number,
  seed: number,
): Promise<PowerCutReport> {
  const random = seededRandom(seed);
  const failures: string[] = [];
  const { records } = recording;
  for (let image = 1; image <= images; image += 1) {
    const cut = Math.floor(random() * (records.length + 1));
    const done = records.slice(0, cut);
    const folder = mkdtempSync(join(tmpdir(), 'orderlla-image-'));
    try {
      writeImage(folder, recording, done, random);
      const name = `image ${image} (seed ${seed}, cut after ${cut} of ${records.length} records)`;
      for (const problem of inspectShop(folder, acknowledged(done))) failures.push(`${name}: ${problem}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const syncs = records.filter((record) => record.kind === 's').length;
  return { images, syncs, deeds: acknowledged(records).length, failures };
}

function acknowledged(records: readonly WriteRecord[]): readonly string[] {
  const said = records.filter((record) => record.file === 'acks.log' && record.kind === 'w');
  return linesSaid(said.map((record) => record.data.toString()).join(''));
}

function writeImage(
  folder: string,
  { before }: Recording,
  done: readonly WriteRecord[],
  random: () => number,
): void {
  mkdirSync(folder, { recursive: true });
  for (const file of ['shop.db', 'shop.db-wal']) {
    const own = done.filter((record) => record.file === file);
    const lastSync = own.findLastIndex((record) => record.kind === 's');
    const durable = own.slice(0, lastSync + 1);
    const floating = own.slice(lastSync + 1);
    let content = applyAll(before.get(file) ?? null, durable);
    content = applyAll(content, survivors(floating, random));
    if (content) writeFileSync(join(folder, file), content);
  }
}

/** What of the unsynced writes reached the disk. */
function survivors(floating: readonly WriteRecord[], random: () => number): readonly WriteRecord[] {
  const way = Math.floor(random() * 4);
  if (way === 0) return [];
  if (way === 1) return floating;
  if (way === 2) return floating.filter(() => random() < 0.5);
  return floating.flatMap((record) => (record.kind === 'w' ? sectors(record, random) : [record]));
}

const sector = 512;

function sectors(record: WriteRecord, random: () => number): readonly WriteRecord[] {
  const parts: WriteRecord[] = [];
  for (let start = 0; start < record.data.length; ) {
    const end = Math.min(record.data.length, start + sector - ((record.offset + start) % sector));
    if (random() < 0.5) {
      parts.push({ ...record, offset: record.offset + start, data: record.data.subarray(start, end) });
    }
    start = end;
  }
  return parts;
}

function applyAll(content: Buffer | null, records: readonly WriteRecord[]): Buffer | null {
  let size = content?.length ?? 0;
  let bytes = Buffer.alloc(Math.max(size, 1 << 20));
  content?.copy(bytes);
  let exists = content !== null;
  for (const record of records) {
    if (record.kind === 'u') {
      exists = false;
      size = 0;
    } else if (record.kind === 't') {
      exists = true;
      if (record.offset < size) bytes.fill(0, record.offset, size);
      size = record.offset;
    } else if (record.kind === 'w') {
      exists = true;
      const end = record.offset + record.data.length;
      if (end > bytes.length)
        bytes = Buffer.concat([bytes, Buffer.alloc(Math.max(bytes.length, end - bytes.length))]);
      record.data.copy(bytes, record.offset);
      size = Math.max(size, end);
    }
  }
  return exists ? bytes.subarray(0, size) : null;
}
