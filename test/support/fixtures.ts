import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = join(import.meta.dirname, '../fixtures');

/** A shop file that the code of its time made: `test/fixtures/README.md`. */
export type Fixture = { readonly schema: number; readonly file: string };

/** By schema, the oldest first. */
export function fixtures(): readonly Fixture[] {
  return readdirSync(folder)
    .filter((name) => /^schema-\d{4}$/u.test(name))
    .sort()
    .map((name) => ({ schema: Number(name.slice(7)), file: join(folder, name, 'shop.db.gz') }));
}

/** Lays a fixture into a folder as `shop.db`, with the kept head of its log, in place of what lies there. */
export function layFixture({ file }: Fixture, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of ['shop.db', 'shop.db-wal', 'shop.db-shm', 'audit-head.json'])
    rmSync(join(to, name), { force: true });
  writeFileSync(join(to, 'shop.db'), gunzipSync(readFileSync(file)), { mode: 0o600 });
  const head = join(file, '../audit-head');
  if (existsSync(head)) copyFileSync(head, join(to, 'audit-head.json'));
}
