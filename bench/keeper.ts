import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Keeper } from '../src/main/keeper/jobs.ts';
import type { MakeBackup } from '../src/main/keeper/make-backup.ts';
import { createKeeperProcess } from '../src/main/shell/keeper-process.ts';
import { migrationsFolder } from '../test/support/create-test-app.ts';

const script = join(import.meta.dirname, '../test/support/keeper-child.ts');

/** The keeper as the application has it, each job in a process of its own; under plain Node. */
export function startKeeper(): Keeper {
  const begin = () => {
    const child = fork(script, [], { serialization: 'advanced', execArgv: [] });
    return {
      postMessage: (message: unknown) => void child.send(message as object),
      kill: () => child.kill(),
      on: (event: string, listener: (value: never) => void) => child.on(event, listener as never),
    };
  };
  return createKeeperProcess({
    fork: begin as never,
    log: { info: () => undefined, error: () => undefined },
  });
}

/** A backup of a made shop, beside it. */
export function backupOf(folder: string, name: string): MakeBackup {
  return {
    ...{ shopPath: join(folder, 'shop.db'), folder, name, cause: 'by-hand', now: 0, app: 'bench' },
    ...{ migrationsFolder, auditKey: Buffer.alloc(32, 2), passphrase: null },
  };
}
