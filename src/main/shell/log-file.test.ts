import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogFile } from './log-file.ts';
import { logLine } from './log-line.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = Date.UTC(2026, 10, 22, 9, 30, 0, 5);

describe('logLine', () => {
  it('is one line of JSON with the time in UTC, whatever the text holds', () => {
    const line = logLine(at, 'error', 'Name: a\n{"level":"info"}\r\u2028', { name: 'b\nc' });
    expect(line.trimEnd()).not.toMatch(/[\n\r]/);
    expect(JSON.parse(line)).toEqual({
      at: '2026-11-22T09:30:00.005Z',
      level: 'error',
      message: 'Name: a\n{"level":"info"}\r\u2028',
      details: { name: 'b\nc' },
    });
  });

  it('hides secrets by their names and card numbers by their look', () => {
    const line = logLine(at, 'info', 'Card 4111 1111 1111 1111 of order 1042', {
      pin: '482913',
      input: { password: 'larch', recoveryCode: 'ABCD', note: '4111111111111111', phone: '555-0100' },
      keys: { pepper: 'x' },
      data: 'AAAA',
    });
    expect(line).not.toMatch(/4111|482913|larch|ABCD|AAAA|"x"/);
    expect(line).toMatch(/order 1042/);
    expect(line).toMatch(/555-0100/);
  });

  it('writes anything at all, and not endlessly', () => {
    const ring: Record<string, unknown> = {};
    ring.ring = ring;
    const line = logLine(at, 'error', 'x'.repeat(100_000), {
      ring,
      big: 12n,
      error: new Error('deep'),
      list: Array(999).fill(1),
    });
    expect(JSON.parse(line).details).toMatchObject({ big: '12', error: expect.stringContaining('deep') });
    expect(line.length).toBeLessThan(20_000);
  });
});

describe('createLogFile', () => {
  it('keeps five files of the given size and loses the oldest lines only', () => {
    const log = createLogFile({ folder, clock: () => at, size: 1000 });
    for (let index = 0; index < 100; index += 1) log.info(`line ${index}`);
    const names = readdirSync(folder).sort();
    expect(names).toEqual([
      'orderlla.1.log',
      'orderlla.2.log',
      'orderlla.3.log',
      'orderlla.4.log',
      'orderlla.log',
    ]);
    for (const name of names) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1000);
    const order = ['orderlla.4.log', 'orderlla.3.log', 'orderlla.2.log', 'orderlla.1.log', 'orderlla.log'];
    const kept = order.flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'));
    const numbers = kept.map((line) => Number(JSON.parse(line).message.slice(5)));
    expect(numbers.at(-1)).toBe(99);
    expect(numbers).toEqual(Array.from({ length: kept.length }, (_, index) => 100 - kept.length + index));
  });

  it('goes on where an earlier run ended, for this account only', () => {
    createLogFile({ folder, clock: () => at }).info('first run');
    createLogFile({ folder, clock: () => at }).error('second run');
    const path = join(folder, 'orderlla.log');
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(3);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('never stops the till when it cannot write', () => {
    writeFileSync(join(folder, 'a-file'), '');
    const log = createLogFile({ folder: join(folder, 'a-file', 'logs'), clock: () => at });
    expect(() => log.error('x')).not.toThrow();
  });
});
