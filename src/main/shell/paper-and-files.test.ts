import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { safeFileName } from './file-name.ts';
import { inInches, pageSize, paperWidth } from './paper-size.ts';
import { profileFolder } from './profile.ts';
import { reloadPause } from './reload-pause.ts';
import { writeWholeFile } from './write-whole-file.ts';

describe('paper', () => {
  it('is as wide as the paper and, on a roll, as long as what is on it', () => {
    expect([paperWidth('58mm'), paperWidth('80mm'), paperWidth('a4')]).toEqual([219, 302, 793]);
    expect(pageSize('a4', 20_000)).toEqual({ width: 210_000, height: 297_000 });
    expect(pageSize('letter', 20_000)).toEqual({ width: 215_900, height: 279_400 });
    const short = pageSize('58mm', 600);
    expect(short.width).toBe(58_000);
    expect(short.height).toBeGreaterThanOrEqual(600 * (25_400 / 96));
    expect(short.height).toBeLessThan(600 * (25_400 / 96) + 6_000);
    expect(pageSize('80mm', 0).height).toBe(40_000);
    expect(pageSize('80mm', 1_000_000).height).toBe(5_080_000);
    expect(inInches({ width: 25_400, height: 50_800 })).toEqual({ width: 1, height: 2 });
  });
});

describe('safeFileName', () => {
  it.each([
    ['Receipt 1042.pdf', 'Receipt 1042.pdf'],
    ['../../etc/passwd', 'etc passwd'],
    ['../..', 'Orderlla'],
    ['C:\\Windows\\x.csv', 'C Windows x.csv'],
    ['a:b*c?.pdf', 'a b c.pdf'],
    ['.hidden', 'hidden'],
    ['CON.pdf', '_CON.pdf'],
    ['lpt1', '_lpt1'],
    ['', 'Orderlla'],
    ['   .pdf', 'pdf'],
    ['dots...', 'dots'],
    ['مبيعات ٢٠٢٦.csv', 'مبيعات ٢٠٢٦.csv'],
    ['line\nbreak\u0000\u202E.pdf', 'line break.pdf'],
  ])('makes %j into %j', (wanted, name) => {
    expect(safeFileName(wanted)).toBe(name);
    expect(safeFileName(wanted)).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u);
  });

  it('shortens the name and keeps the extension', () => {
    const name = safeFileName(`${'🥐'.repeat(400)}.pdf`);
    expect([...name].length).toBeLessThanOrEqual(124);
    expect(name.endsWith('.pdf')).toBe(true);
  });
});

describe('profileFolder', () => {
  it('is taken from the command line, and never in a package', () => {
    expect(profileFolder(['electron', '.', '--profile=/tmp/p'], false)).toBe('/tmp/p');
    expect(profileFolder(['electron', '.', '--profile=/a', '--profile=/b'], false)).toBe('/b');
    expect(profileFolder(['electron', '.', '--profile=rel'], false)).toBe(join(process.cwd(), 'rel'));
    expect(profileFolder(['electron', '.', '--profile='], false)).toBeNull();
    expect(profileFolder(['electron', '.'], false)).toBeNull();
    expect(profileFolder(['Orderlla', '--profile=/tmp/p'], true)).toBeNull();
  });
});

describe('reloadPause', () => {
  it('brings a window back at once, and slower when it keeps dying', () => {
    const now = 1_000_000;
    expect(reloadPause([], now)).toBe(0);
    expect(reloadPause([now - 100, now - 50], now)).toBe(0);
    expect(reloadPause([now - 300, now - 200, now - 100], now)).toBe(5000);
    expect(reloadPause([now - 90_000, now - 80_000, now - 70_000], now)).toBe(0);
  });
});

describe('writeWholeFile', () => {
  it('replaces a file whole and leaves nothing beside it, also when it fails', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'orderlla-write-'));
    try {
      const path = join(folder, 'a.csv');
      await writeWholeFile(path, 'one');
      await writeWholeFile(path, Buffer.from('two'));
      expect(readFileSync(path, 'utf8')).toBe('two');
      await expect(writeWholeFile(join(folder, 'none', 'b.csv'), 'x')).rejects.toThrow();
      await expect(writeWholeFile(folder, 'x')).rejects.toThrow();
      expect(readdirSync(folder)).toEqual(['a.csv']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
