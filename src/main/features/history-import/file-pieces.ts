import { createGunzip, type Gunzip } from 'node:zlib';
import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { HistorySlot } from '../../../shared/contract/history-choices.ts';
import type { ReadDb, WriteDb } from '../../database/connection.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { decoderOf, decodeText, type TextEncoding } from '../csv/decode-text.ts';
import type { Steps } from '../csv/steps.ts';
import { unpacksTooFar } from '../csv/unpacks-too-far.ts';
import { historyLimits } from './history-limits.ts';
import type { HistoryReading } from './history-upload.ts';

const pieceAt = preparedRead<{ slot: string; no: number }, { bytes: Buffer }>(
  (slot) =>
    sql<{ bytes: Buffer }>`SELECT bytes FROM pieces WHERE slot = ${slot('slot')} AND no = ${slot('no')}`,
);
const insertPiece = preparedWrite<{ slot: string; no: number; bytes: Uint8Array }>(
  (slot) => sql`INSERT INTO pieces VALUES (${slot('slot')}, ${slot('no')}, ${slot('bytes')})`,
);
const deletePieces = preparedWrite<{ slot: string }>(
  (slot) => sql`DELETE FROM pieces WHERE slot = ${slot('slot')}`,
);

export function keepPiece(db: WriteDb, slot: string, no: number, bytes: Uint8Array): void {
  insertPiece.run(db, { slot, no, bytes });
}

export function dropPieces(db: WriteDb, slot: string): void {
  deletePieces.run(db, { slot });
}

function* piecesOf(db: ReadDb, slot: string): Generator<Buffer, void> {
  for (let no = 0; ; no += 1) {
    const piece = pieceAt.get(db, { slot, no });
    if (!piece) return;
    yield piece.bytes;
  }
}

const unpackedPiece = 256 * 1024;

/**
 * A file that was packed with gzip is unpacked to a place of its own, so that one that is stopped halfway leaves the file
 * as it was sent. @throws AppError `file-unreadable`, `file-unpacks-too-far`,
 * `file-too-large`, or what the signal is aborted with.
 */
export async function unpack(reading: HistoryReading, slot: HistorySlot, signal: AbortSignal): Promise<void> {
  const file = reading.files.get(slot);
  const { staging } = reading;
  const { db } = staging;
  const first = file && pieceAt.get(db, { slot: file.place, no: 0 })?.bytes;
  if (!file || file.isUnpacked || first?.[0] !== 0x1f || first[1] !== 0x8b) return;
  reading.unpackings += 1;
  const place = `${slot} unpacked ${reading.unpackings}`;
  const gunzip = createGunzip({ chunkSize: unpackedPiece });
  try {
    const ended = keepUnpacked(db, gunzip, { slot, place, packed: file.size });
    for (const piece of piecesOf(db, file.place)) {
      await Promise.race([new Promise<void>((resolve) => gunzip.write(piece, () => resolve())), ended]);
      signal.throwIfAborted();
    }
    gunzip.end();
    const unpacked = await ended;
    signal.throwIfAborted();
    dropPieces(db, file.place);
    Object.assign(file, { isUnpacked: true, place, ...unpacked });
  } catch (error) {
    gunzip.destroy();
    if (staging.isOpen()) dropPieces(db, place);
    throw error;
  } finally {
    gunzip.destroy();
  }
}

/** Keeps what comes out; answers how much, once it has come to its end. */
type Unpacking = { readonly slot: string; readonly place: string; readonly packed: number };

function keepUnpacked(db: WriteDb, gunzip: Gunzip, { slot, place, packed }: Unpacking) {
  let [pieces, size] = [0, 0];
  const ended = new Promise<{ pieces: number; size: number }>((resolve, reject) => {
    const fail = (error: unknown): void => {
      reject(error);
      gunzip.destroy();
    };
    gunzip.on('end', () => resolve({ pieces, size }));
    gunzip.on('error', () => reject(new AppError('file-unreadable', { slot })));
    gunzip.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (unpacksTooFar(packed, size)) return fail(new AppError('file-unpacks-too-far', { slot }));
      if (size > historyLimits.bytes)
        return fail(new AppError('file-too-large', { slot, most: historyLimits.bytes / (1024 * 1024) }));
      try {
        keepPiece(db, place, pieces, chunk);
      } catch (error) {
        // Thrown here it would be nobody's: a full disk must not end the application.
        fail(error);
      }
      pieces += 1;
    });
  });
  ended.catch(() => undefined);
  return ended;
}

/** How many rows a file of so many bytes has, by the line ends of its first piece: at least one. */
export function rowsAbout(db: ReadDb, slot: string, size: number): number {
  const first = pieceAt.get(db, { slot, no: 0 })?.bytes ?? Buffer.alloc(0);
  let ends = 0;
  for (let place = first.indexOf(10); place >= 0; place = first.indexOf(10, place + 1)) ends += 1;
  return Math.max(1, Math.floor((size * ends) / Math.max(1, first.length)));
}

const sampleBytes = 256 * 1024;

/**
 * In which encoding a file is written: by how it begins, or by the first piece that is not UTF-8. Yields bytes done.
 * Null for what is no text.
 */
export function* guessEncodingSteps(db: ReadDb, slot: string): Steps<TextEncoding | null> {
  const begun = decodeText(sampleOf(db, slot));
  if (begun.problems.some((problem) => problem.severity === 'error')) return null;
  if (begun.hadMark || begun.encoding === 'utf-16le' || begun.encoding === 'utf-16be') return begun.encoding;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let done = 0;
  for (const piece of piecesOf(db, slot)) {
    try {
      decoder.decode(piece, { stream: true });
    } catch {
      let from = 0;
      while (from < 3 && ((piece[from] ?? 0) & 0xc0) === 0x80) from += 1;
      return decodeText(piece.subarray(from)).encoding;
    }
    done += piece.length;
    yield done;
  }
  return 'utf-8';
}

function sampleOf(db: ReadDb, slot: string): Buffer {
  const taken: Buffer[] = [];
  let size = 0;
  for (const piece of piecesOf(db, slot)) {
    taken.push(piece);
    size += piece.length;
    if (size >= sampleBytes) break;
  }
  return Buffer.concat(taken).subarray(0, sampleBytes);
}

/** The text of a file in parts, without a byte order mark and NUL characters. */
export function* textParts(db: ReadDb, slot: string, encoding: TextEncoding): Generator<string, void> {
  const decode = decoderOf(encoding);
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  const cleaned = (bytes: Buffer, isLast: boolean): string => {
    const text = decode(bytes, isLast).replaceAll('\0', '');
    const part = isFirst && text.startsWith('\ufeff') ? text.slice(1) : text;
    if (text !== '') isFirst = false;
    return part;
  };
  for (const piece of piecesOf(db, slot)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const end = isWide ? bytes.length & ~1 : bytes.length;
    rest = bytes.subarray(end);
    yield cleaned(bytes.subarray(0, end), false);
  }
  const last = cleaned(rest, true);
  if (last !== '') yield last;
}
