import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { AppError } from '../../shared/contract/errors.ts';
import { unpacksTooFar } from '../features/csv/unpacks-too-far.ts';
import { csvFault } from './csv-fault.ts';

/** A zip whose names were looked at before anything of it is read. */
export type OpenZip = {
  readonly names: ReadonlySet<string>;
  /** A part in pieces. @throws AppError `backup-damaged` where it is more than it says, or its sum is wrong. */
  pieces(name: string): AsyncGenerator<Uint8Array>;
  close(): void;
};

type Limits = {
  readonly names: RegExp;
  readonly mostParts: number;
  /** Of all parts together, unpacked. */
  readonly mostBytes: number;
};

const symbolicLink = 0o120000;

/**
 * Opens a zip and refuses what no CSV backup is: names that it may not hold, or twice; links; locked parts; parts that
 * are said to unpack to more than anybody's shop. @throws AppError `backup-damaged` with the reason.
 */
export async function openZip(path: string, limits: Limits): Promise<OpenZip> {
  const zip = await open(path);
  try {
    const entries = await entriesOf(zip, limits);
    return {
      names: new Set(entries.keys()),
      pieces: (name) => piecesOf(zip, entries.get(name)),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw damaged(error);
  }
}

async function open(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: true,
      strictFileNames: true,
    });
  } catch (error) {
    throw damaged(error);
  }
}

async function entriesOf(zip: ZipFile, limits: Limits): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > limits.mostParts) throw csvFault('zip-many');
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize, compressedSize } = entry;
    if (!limits.names.test(fileName)) throw csvFault('zip-odd');
    if (seen.has(fileName.toLowerCase())) throw csvFault('zip-twice');
    if (entry.isEncrypted()) throw csvFault('zip-locked');
    if (((entry.externalFileAttributes >>> 16) & 0o170000) === symbolicLink) throw csvFault('zip-link');
    if (unpacksTooFar(compressedSize, uncompressedSize)) throw csvFault('zip-far');
    bytes += uncompressedSize;
    if (bytes > limits.mostBytes) throw csvFault('zip-large');
    seen.add(fileName.toLowerCase());
    entries.set(fileName, entry);
  }
  return entries;
}

async function* piecesOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Uint8Array> {
  if (!entry) throw csvFault('zip');
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const piece of stream) yield piece as Uint8Array;
  } catch (error) {
    throw damaged(error);
  }
}

/** All of a small part. @throws AppError `backup-damaged` where it is larger than that. */
export async function wholePart(zip: OpenZip, name: string, mostBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of zip.pieces(name)) {
    bytes += piece.length;
    if (bytes > mostBytes) throw csvFault('zip-part');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The SHA-256 of bytes, as hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What the reader of zips found wrong is nothing that an owner could act on. */
function damaged(error: unknown): AppError {
  return error instanceof AppError ? error : csvFault('zip');
}
