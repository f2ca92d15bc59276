import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenShop, migrationsFolder, type TestApp } from '../../../test/support/create-test-app.ts';
import { UnspawnedChild } from '../../../test/support/unspawned-child.ts';
import type { Keeper } from '../keeper/jobs.ts';
import type { MakeBackup } from '../keeper/make-backup.ts';
import { createKeeperProcess } from './keeper-process.ts';

const script = join(import.meta.dirname, '../../../test/support/keeper-child.ts');
const name = 'shop-20261122T113000Z';

let test: TestApp;
let keeper: Keeper;
let children: ChildProcess[];
let logged: string[];

/** A real process on the real shop file, as the stand-in for Electron starts it. */
function forkKeeper() {
  const child = fork(script, [], { serialization: 'advanced', execArgv: [] });
  children.push(child);
  return {
    postMessage: (message: unknown) => void child.send(message as object, () => undefined),
    kill: () => child.kill(),
    on: (event: string, listener: (value: never) => void) => child.on(event, listener as never),
  };
}

const folder = () => join(test.folder, 'backups');
const wish = (change: Partial<MakeBackup> = {}): MakeBackup => ({
  ...{ shopPath: join(test.folder, 'shop.db'), folder: folder(), name, cause: 'by-hand' },
  ...{ now: test.now, app: '1.2.3', migrationsFolder, auditKey: Buffer.alloc(32, 2), passphrase: null },
  ...change,
});
const isGone = (child: ChildProcess | undefined) => child?.exitCode !== null || child?.signalCode !== null;
const gone = (child: ChildProcess | undefined) =>
  new Promise<void>((resolve) => {
    if (!child || isGone(child)) resolve();
    else child.on('exit', () => resolve());
  });

beforeEach(async () => {
  test = await createOpenShop();
  mkdirSync(folder());
  children = [];
  logged = [];
  const log = { info: () => undefined, error: (message: string) => void logged.push(message) };
  keeper = createKeeperProcess({ fork: forkKeeper as never, log });
});
afterEach(async () => {
  for (const child of children) child.kill();
  await test.close();
});

describe('the keeper process', () => {
  it('makes a backup, tells how far it is, and ends', async () => {
    const told: number[] = [];
    const manifest = await keeper.run('make-backup', wish(), ({ done }) => told.push(done));
    expect(manifest).toMatchObject({ name, problems: [] });
    expect(told.length).toBeGreaterThan(2);
    await gone(children[0]);
    expect(readdirSync(folder())).toEqual([`${name}.db`, `${name}.json`]);
    expect([children.length, logged]).toEqual([1, []]);
  });

  it('refuses in the words that the job has for it', async () => {
    const opening = {
      ...{ from: join(folder(), 'none.db'), to: join(test.folder, 'opened.db'), isKept: false },
      ...{ passphrase: null, migrationsFolder, auditKey: null, manifest: null },
    };
    await expect(keeper.run('open-backup', opening)).rejects.toMatchObject({ code: 'backup-gone' });
  });

  it('is stopped by its end: what was asked is over when it is gone', async () => {
    const stop = new AbortController();
    const asked = keeper.run('make-backup', wish(), () => stop.abort(new Error('enough')), stop.signal);
    await expect(asked).rejects.toThrow('enough');
    expect(isGone(children[0])).toBe(true);
    expect(readdirSync(folder()).filter((one) => !one.includes('.part'))).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('is not even begun for what was stopped before', async () => {
    await expect(
      keeper.run('make-backup', wish(), undefined, AbortSignal.abort(new Error('before'))),
    ).rejects.toThrow('before');
    expect(children).toEqual([]);
  });

  it('is ended as soon as it is there where it was stopped before: until then Electron does nothing', async () => {
    const child = new UnspawnedChild();
    const unspawned = createKeeperProcess({ fork: () => child as never, log: { info() {}, error() {} } });
    const stop = new AbortController();
    const asked = unspawned.run('make-backup', wish(), undefined, stop.signal);
    stop.abort(new Error('enough'));
    expect(child.ended).toBe(0);
    child.spawn();
    await expect(asked).rejects.toThrow('enough');
    expect(child.ended).toBe(1);
  });

  it('may die: a sentence, and the next job has a process of its own', async () => {
    const asked = keeper.run('make-backup', wish(), () => children[0]?.kill('SIGKILL'));
    await expect(asked).rejects.toMatchObject({ code: 'helper-ended' });
    expect(logged).toEqual(['The keeper process ended by itself']);
    expect(readdirSync(folder()).filter((one) => !one.includes('.part'))).toEqual([]);
    const again = await keeper.run('make-backup', wish({ name: `${name}-2` }));
    expect(again.problems).toEqual([]);
  });
});
