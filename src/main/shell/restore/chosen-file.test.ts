import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../../../test/support/create-test-app.ts';
import { quickKeeper } from '../../../../test/support/quick-keeper.ts';
import { folder, now, path } from '../../../../test/support/restoring.ts';
import { beginOutside, endOutside, outside, takeOut } from '../../../../test/support/restoring-files.ts';
import { createKeeperProcess } from '../keeper-process.ts';
import { createChosenFile } from './chosen-file.ts';

const script = join(import.meta.dirname, '../../../../test/support/keeper-child.ts');
let children: ChildProcess[];

/** A real process, which is ended to stop it: it takes nothing away itself. */
function forkKeeper() {
  const child = fork(script, [], { serialization: 'advanced', execArgv: [] });
  children.push(child);
  return {
    postMessage: (message: unknown) => void child.send(message as object, () => undefined),
    kill: () => child.kill('SIGKILL'),
    on: (event: string, listener: (value: never) => void) => child.on(event, listener as never),
  };
}

const log = { info: () => undefined, error: () => undefined };
const scratch = () => join(folder, 'scratch');
const left = () => readdirSync(scratch()).filter((name) => name.startsWith('chosen-'));

beforeEach(async () => {
  children = [];
  await beginOutside();
});
afterEach(async () => {
  for (const child of children) child.kill();
  await endOutside();
});

describe('the opening of a chosen file', () => {
  it.each(['shop file', 'CSV backup'])('that is stopped leaves nothing behind: %s', async (kind) => {
    const file = kind === 'shop file' ? await takeOut() : join(outside, 'shop.zip');
    if (kind !== 'shop file') {
      const given = { shopPath: path(), to: file, migrationsFolder, app: '1.0.0', now };
      await quickKeeper().run('export-csv', given);
    }
    const chosen = createChosenFile({
      ...{ scratch: scratch(), migrationsFolder },
      keeper: createKeeperProcess({ fork: forkKeeper as never, log }),
      shop: () => ({ path, auditKey: () => null }),
    });
    const stop = new AbortController();
    let before: readonly string[] = [];
    const onProgress = () => {
      before = left();
      if (before.length > 0) stop.abort(new Error('enough'));
    };
    await expect(chosen.choose(file, { onProgress, signal: stop.signal })).rejects.toThrow('enough');
    expect([before.length > 0, left()]).toEqual([true, []]);
  });
});
