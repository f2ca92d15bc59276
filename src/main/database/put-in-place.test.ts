import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NotClosedError, putInPlace } from './put-in-place.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const textAt = (name: string) => readFileSync(at(name), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-place-'));
  writeFileSync(at('shop.db'), 'old');
  writeFileSync(at('incoming.db'), 'new');
});
afterEach(() => rmSync(folder, { recursive: true }));

const places = () => ({ candidate: at('incoming.db'), path: at('shop.db'), keepAs: at('replaced/shop.db') });

it('puts the new file where the old one was and keeps the old one', async () => {
  await putInPlace(places());
  expect([textAt('shop.db'), textAt('replaced/shop.db')]).toEqual(['new', 'old']);
  expect(existsSync(at('incoming.db'))).toBe(false);
});

it('puts a file where there is none any more', async () => {
  rmSync(at('shop.db'));
  await putInPlace(places());
  expect(textAt('shop.db')).toBe('new');
  expect(existsSync(at('replaced/shop.db'))).toBe(false);
});

it('refuses while the log of writes of the old file is there', async () => {
  writeFileSync(at('shop.db-wal'), 'frames');
  await expect(putInPlace(places())).rejects.toThrow(NotClosedError);
  expect([textAt('shop.db'), textAt('incoming.db')]).toEqual(['old', 'new']);
});

it('writes over nothing that was kept before', async () => {
  await putInPlace(places());
  writeFileSync(at('incoming.db'), 'newer');
  await expect(putInPlace(places())).rejects.toMatchObject({ code: 'EEXIST' });
  expect([textAt('shop.db'), textAt('replaced/shop.db')]).toEqual(['new', 'old']);
});

it('waits for a program that holds the file, and gives up with the old file in place', async () => {
  let tries = 0;
  const held = (times: number) => (from: string, to: string) => {
    tries += 1;
    if (tries <= times) throw Object.assign(new Error('held'), { code: 'EBUSY' });
    renameSync(from, to);
  };
  await expect(putInPlace({ ...places(), rename: held(99), patience: 100 })).rejects.toThrow('held');
  expect(textAt('shop.db')).toBe('old');
  rmSync(at('replaced'), { recursive: true });
  tries = 0;
  await putInPlace({ ...places(), rename: held(2) });
  expect([textAt('shop.db'), tries]).toEqual(['new', 3]);
});
