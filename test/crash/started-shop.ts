import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Caller } from '../../src/main/app/create-app.ts';
import { createLocalKeeper, type Keeper } from '../../src/main/keeper/jobs.ts';
import type { BackupDesk } from '../../src/main/shell/backups/backup-desk.ts';
import { createBackups } from '../../src/main/shell/backups/create-backups.ts';
import { createCondition } from '../../src/main/shell/condition/create-condition.ts';
import { createMachineStore } from '../../src/main/shell/machine-store.ts';
import { Recovery } from '../../src/main/shell/recovery/create-recovery.ts';
import { createRunningShop, type RunningShop } from '../../src/main/shell/running-shop.ts';
import type { BackupRow } from '../../src/shared/contract/backup-fields.ts';
import type { Reply } from '../../src/shared/contract/errors.ts';
import type { CallName, Input, Output } from '../../src/shared/contract/index.ts';
import { migrationsFolder, nextRequestId, owner } from '../support/create-test-app.ts';
import { createFakeDesktop } from '../support/fake-desktop.ts';

const root = join(import.meta.dirname, '../..');

/** A computer without a key store. */
export const protector = {
  isAsyncEncryptionAvailable: async () => false,
  encryptStringAsync: async (text: string) => Buffer.from(text),
  decryptStringAsync: async (bytes: Buffer) => ({ shouldReEncrypt: false, result: bytes.toString() }),
  getSelectedStorageBackend: () => 'basic_text' as const,
};

/** The application as it starts, without Electron around it. */
export type StartedShop = {
  readonly shop: RunningShop;
  readonly recovery: Recovery;
  readonly keeper: Keeper;
  /** Faults that were written into the log. */
  readonly faults: readonly string[];
  /** Milliseconds UTC. */
  now: number;
  ask<N extends CallName>(name: N, input: Input<N>, caller?: Caller): Promise<Reply<Output<N>>>;
  /** Resolves when what a start does by itself is done, or cannot be. */
  settled(): Promise<void>;
  /** Makes a backup. @throws AppError as `backups.make` refuses. */
  backUp(): Promise<BackupRow>;
  /** A minute's look at the shop file, and what follows from it. */
  beat(): Promise<void>;
};

export const closedReply = { ok: false, error: { code: 'closed', message: 'closed' } } as const;

/** Starts on a folder; `kept` is what the computer remembers beside it. Jobs are done in this process unless told. */
export async function startShop(
  folder: string,
  kept: Readonly<Record<string, unknown>>,
  now: number,
  keeper: Keeper = createLocalKeeper(),
): Promise<StartedShop> {
  const memory = new Map(Object.entries(kept));
  const faults: string[] = [];
  const machine = createMachineStore({
    get: (key) => memory.get(key),
    set: (key, value) => void memory.set(key, value),
  });
  const log = {
    info: () => undefined,
    error: (message: string, details?: unknown) => void faults.push(`${message} ${wordsOf(details)}`),
  };
  const started = { now };
  const clock = (): number => started.now;
  let shop: RunningShop;
  const own = { folder, root, migrationsFolder, version: '1.0.0', protector, machine, log, clock, keeper };
  const desk: BackupDesk = createBackups({
    ...{ ...own, shop: () => shop, askFolder: async () => null },
    ...{ show: () => undefined, onChange: () => undefined },
  });
  const condition = createCondition({ ...own, backups: desk }, () => ({ shop, window: null }));
  shop = createRunningShop({
    secretCost: 4,
    ...{ ...own, isStrict: false, backups: desk, condition },
    desktop: { ...createFakeDesktop(), condition },
    ...{ onChange: () => undefined, every: () => () => undefined },
  });
  const recovery = new Recovery({
    ...{ ...own, shop: () => shop, show: () => undefined, askFile: async () => null },
    openItems: () => condition.openItems(),
    reserve: { isThere: async () => false, giveUp: async () => false },
  });
  await shop.open();
  return Object.assign(started, {
    ...{ shop, recovery, keeper, faults },
    ask: async <N extends CallName>(name: N, input: Input<N>, caller: Caller = owner) =>
      (await shop.app()?.ask(caller, name, input, nextRequestId())) ?? (closedReply as never),
    settled: () => settled(shop, desk, faults, now),
    backUp: () => desk.make({ onProgress: () => undefined, signal: new AbortController().signal }),
    async beat() {
      await condition.beat();
      for (let tries = 0; tries < 400 && shop.file()?.isFrozen(); tries += 1) await setTimeout(5);
    },
  });
}

/** Looks until the first look at the log, the first hour and what was due of backups are over. */
async function settled(
  shop: RunningShop,
  desk: BackupDesk,
  faults: readonly string[],
  now: number,
): Promise<void> {
  const system = { kind: 'system' } as const;
  for (let tries = 0; tries < 2000 && shop.app(); tries += 1) {
    const audit = await shop.app()?.ask(system, 'audit.state', {});
    const timer = await shop.app()?.ask(system, 'timer.get', {});
    const isVerified =
      !audit?.ok || audit.value.verifiedAt === now || hasFault(faults, 'audit log could not');
    const isRun = !timer?.ok || (timer.value.last?.startedAt ?? 0) >= now || hasFault(faults, 'timer');
    if (isVerified && isRun && (await desk.state()).running === null) return;
    await setTimeout(5);
  }
}

function hasFault(faults: readonly string[], words: string): boolean {
  return faults.some((fault) => fault.includes(words));
}

function wordsOf(details: unknown): string {
  return (
    JSON.stringify(details, (_, value: unknown) => (value instanceof Error ? String(value) : value)) ?? ''
  );
}
