import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHeadFile } from './head-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-head-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the file of the kept head', () => {
  it('reads what was written last, at once or later, and leaves nothing beside it', async () => {
    const store = createHeadFile(join(folder, 'audit-head.json'));
    expect(store.read()).toBeNull();
    store.writeNow('one');
    expect(store.read()).toBe('one');
    await store.write('two');
    expect(createHeadFile(join(folder, 'audit-head.json')).read()).toBe('two');
    expect(readdirSync(folder)).toEqual(['audit-head.json']);
    if (process.platform !== 'win32')
      expect(statSync(join(folder, 'audit-head.json')).mode & 0o777).toBe(0o600);
  });

  it('that cannot be read is not the same as none', () => {
    mkdirSync(join(folder, 'audit-head.json'));
    expect(createHeadFile(join(folder, 'audit-head.json')).read()).toBe('');
  });
});
