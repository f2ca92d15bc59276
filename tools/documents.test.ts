import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pageFaults } from './check-docs.ts';
import { schemaDump } from './schema.ts';

it('a page may not point to what is not there', () => {
  const text =
    '[a](there.md) ![b](gone.png) [c](https://example.com) [d](#part) `npm run start` `npm run gone`';
  const faults = pageFaults({ path: 'docs/a.md', text }, (path) => path.endsWith('there.md'), ['start']);
  expect(faults).toEqual([
    'docs/a.md points to gone.png, which is not there.',
    'docs/a.md names npm run gone, which package.json does not have.',
  ]);
});

it('the schema is dumped in an order that does not depend on that of the migrations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orderlla-schema-'));
  try {
    writeFileSync(
      join(folder, '0001_first.sql'),
      'CREATE TABLE b (x INTEGER) STRICT; CREATE INDEX bX ON b (x);',
    );
    writeFileSync(
      join(folder, '0002_second.sql'),
      'CREATE TABLE a (x INTEGER) STRICT; CREATE VIRTUAL TABLE f USING fts5(x);',
    );
    const dump = schemaDump(folder);
    expect(dump.match(/CREATE .*? (\w+)(?= )/gu)).toHaveLength(4);
    expect(dump.indexOf('TABLE a')).toBeLessThan(dump.indexOf('TABLE b'));
    expect(dump.indexOf('TABLE b')).toBeLessThan(dump.indexOf('INDEX bX'));
    expect(dump).not.toContain('f_content');
    expect(dump).toContain('Schema 2');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
