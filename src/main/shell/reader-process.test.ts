import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { owner, type TestApp } from '../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../test/support/eventful-shop.ts';
import { chartInput } from '../../../test/support/report-out-inputs.ts';
import { UnspawnedChild } from '../../../test/support/unspawned-child.ts';
import { damageTable } from '../../../test/support/watched-shop.ts';
import { calendarDate } from '../../shared/domain/calendar.ts';
import type { Progress } from '../app/context.ts';
import type { LongReader, Question } from '../app/long-read.ts';
import { createReaderProcess } from './reader-process.ts';

const script = join(import.meta.dirname, '../../../test/support/reader-child.ts');

let test: TestApp;
let reader: LongReader;
let children: ChildProcess[];
let logged: string[];

/** A real process on the real shop file, as the stand-in for Electron starts it. */
function forkReader() {
  const child = fork(script, [join(test.folder, 'shop.db')], { serialization: 'advanced', execArgv: [] });
  children.push(child);
  return {
    postMessage: (message: unknown) => void child.send(message as object),
    kill: () => child.kill(),
    on: (event: string, listener: (value: never) => void) => child.on(event, listener as never),
  };
}

beforeEach(async () => {
  test = await eventfulShop();
  children = [];
  logged = [];
  const log = { info: () => undefined, error: (message: string) => void logged.push(message) };
  reader = createReaderProcess({ fork: forkReader as never, log });
});
afterEach(async () => {
  vi.useRealTimers();
  reader.close();
  for (const child of children) child.kill();
  await test.close();
});

const span = { from: calendarDate(20261101), to: calendarDate(20261130) };
const input = { report: 'sales', ...span, by: 'day', compare: 'previous', sort: null, limit: 100 } as const;
const question = (change: Partial<Question> = {}): Question => ({
  ...{ name: 'reports.run', input, actor: { kind: 'system' }, now: test.now, till: 'till-1' },
  ...change,
});
const never = new AbortController().signal;
const ask = (change: Partial<Question> = {}, signal = never): Promise<unknown> =>
  reader.read(question(change), () => undefined, signal);

describe('the helper process', () => {
  it('answers what is answered in place, and tells how far it is', async () => {
    const told: Progress[] = [];
    const answer = await reader.read(question(), (progress) => told.push(progress), never);
    expect(answer).toEqual(await test.ask('reports.run', input));
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ done, total }) => done <= total)).toBe(true);
  });

  it('tells what is wrong with the shop file, where it meets that', async () => {
    const database = new BetterSqlite3(join(test.folder, 'shop.db'));
    const pages = database
      .prepare("SELECT rootpage FROM sqlite_schema WHERE name IN ('orders', 'dayFigures', 'shop')")
      .pluck()
      .all() as number[];
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    damageTable(join(test.folder, 'shop.db'), pages);
    await expect(ask()).rejects.toMatchObject({ problem: 'damaged' });
  });

  it('takes questions in turn, in one process, and sees what was sold between two', async () => {
    const [first, second] = await Promise.all([ask(), ask({ name: 'reports.prove', input: {} })]);
    expect([first, second]).toMatchObject([{ report: 'sales' }, { differenceCount: 0 }]);
    test.file.transaction((db) => db.statement("UPDATE staff SET name = 'Olga Otherwise'").run());
    expect(JSON.stringify(await ask({ input: { ...input, report: 'staff' } }))).toContain('Olga Otherwise');
    expect(children).toHaveLength(1);
  });

  it('hands a refusal over by its code', async () => {
    const upside = { ...input, from: span.to, to: span.from };
    await expect(ask({ input: upside })).rejects.toMatchObject({ code: 'range-upside-down' });
    await expect(ask({ input: null })).rejects.toThrow(/helper process/);
    await expect(ask()).resolves.toMatchObject({ report: 'sales' });
  });

  it('is ended to stop a question; those behind it are answered by a new one', async () => {
    await ask();
    const controller = new AbortController();
    const stopped = ask({}, controller.signal);
    const behind = ask({ name: 'reports.prove', input: {} });
    controller.abort();
    await expect(stopped).rejects.toBe(controller.signal.reason);
    await expect(behind).resolves.toMatchObject({ differenceCount: 0 });
    expect(children).toHaveLength(2);
    await vi.waitFor(() => expect(children[0]?.killed).toBe(true), { timeout: 60_000 });
    expect(logged).toEqual([]);
  });

  it('is ended as soon as it is there where the question was stopped before', async () => {
    const child = new UnspawnedChild();
    const unspawned = createReaderProcess({ fork: () => child as never, log: { info() {}, error() {} } });
    const controller = new AbortController();
    const stopped = unspawned.read(question(), () => undefined, controller.signal);
    controller.abort();
    await expect(stopped).rejects.toBe(controller.signal.reason);
    expect(child.ended).toBe(0);
    child.spawn();
    expect(child.ended).toBe(1);
  });

  it('forgets a question that is stopped before its turn, and ends nothing for it', async () => {
    const controller = new AbortController();
    const first = ask();
    const waiting = ask({}, controller.signal);
    controller.abort();
    await expect(waiting).rejects.toBe(controller.signal.reason);
    await expect(first).resolves.toMatchObject({ report: 'sales' });
    await expect(ask({}, controller.signal)).rejects.toBe(controller.signal.reason);
    expect(children).toHaveLength(1);
  });

  it('may end by itself: the question is refused in words, the next one answered', async () => {
    const lost = ask();
    const next = ask();
    children[0]?.kill('SIGKILL');
    await expect(lost).rejects.toMatchObject({ code: 'helper-ended' });
    await expect(next).resolves.toMatchObject({ report: 'sales' });
    expect(logged).toEqual(['The helper process ended by itself']);
  });

  it('is ended where nobody asks for a while, and started again by who asks then', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await ask();
    vi.advanceTimersByTime(119_000);
    expect(children[0]?.killed).toBe(false);
    vi.advanceTimersByTime(2000);
    expect(children[0]?.killed).toBe(true);
    await expect(ask()).resolves.toMatchObject({ report: 'sales' });
    expect(children).toHaveLength(2);
  });

  it('does parts of tasks that no window can name, and hands bytes back whole', async () => {
    const { limit: _, ...wish } = input;
    await test.ask('reports.saveCsv', wish);
    const made = await ask({ name: 'report-csv', input: { wish, language: 'en' } });
    // October has a day more than November, which stands last.
    expect(made).toMatchObject({ rows: 31 });
    const { bytes } = made as { bytes: Uint8Array };
    expect(Buffer.from(bytes).equals(test.desktop.saved.at(-1)?.bytes as Buffer)).toBe(true);
    const chart = Buffer.from(chartInput, 'base64');
    const paper = { wish, rows: 9, picture: chartInput, language: 'en', madeBy: 'Olga' };
    const page = (await ask({ name: 'report-paper', input: paper })) as { picture: Uint8Array };
    expect(chart.equals(page.picture)).toBe(true);
    const none = ask({ name: 'chart-picture', input: 'AAAA' });
    await expect(none).rejects.toMatchObject({ code: 'chart-unreadable' });
    expect(await test.app.call(owner, 'report-csv', { wish, language: 'en' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('has no way to write', async () => {
    await expect(ask({ name: 'reports.close', input: {} })).rejects.toThrow();
    expect(await test.ask('reports.state', {})).toMatchObject({ closedThrough: null });
  });
});
