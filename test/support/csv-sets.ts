import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import BetterSqlite3 from 'better-sqlite3';
import { openPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { hashOf } from '../../src/main/keeper/unzip.ts';

/** The files of a zip by their names. */
export type Parts = Map<string, Buffer>;

export async function partsOf(path: string): Promise<Parts> {
  const zip = await openPromise(path, { lazyEntries: true });
  const parts: Parts = new Map();
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    parts.set(entry.fileName, Buffer.concat(pieces));
  }
  return parts;
}

export async function writeParts(path: string, parts: Parts): Promise<string> {
  const zip = new ZipFile();
  for (const [name, bytes] of parts) zip.addBuffer(bytes, name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

/** Makes the manifest say what its files are now, as somebody would who knows how it is made; `more` rows of a table. */
export function signAgain(parts: Parts, more: Readonly<Record<string, number>> = {}): void {
  const manifest = JSON.parse(parts.get('manifest.json')?.toString() ?? '{}');
  for (const file of manifest.files ?? []) {
    const bytes = parts.get(file.name);
    if (bytes) Object.assign(file, { bytes: bytes.length, sha256: hashOf(bytes) });
    if (more[file.name]) file.rows += more[file.name];
  }
  parts.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
}

/** Every row of every table, whatever its kind: what two files that are the same shop have in common. */
export function rowsOf(path: string): string {
  const file = new BetterSqlite3(path, { readonly: true });
  file.defaultSafeIntegers(true);
  const names = file
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE '%Search%' ORDER BY 1",
    )
    .pluck()
    .all() as string[];
  const rows = names.map((name) => [name, file.prepare(`SELECT * FROM "${name}"`).raw().all()]);
  file.close();
  return JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? `${value}n` : value));
}
