import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Log } from '../../app/context.ts';
import type { BackupWork } from '../../app/desktop-backups.ts';
import type { DesktopRestore, RestoreRequest } from '../../app/desktop-restore.ts';
import { removeShopFile } from '../../database/flush.ts';
import type { Keeper } from '../../keeper/jobs.ts';
import type { OpenedBackup } from '../../keeper/open-backup.ts';
import type { BackupDesk } from '../backups/backup-desk.ts';
import { dropReplaced, replacedIn } from '../backups/replaced-shops.ts';
import type { ShopBackups } from '../backups/shop-backups.ts';
import type { Protector } from '../hidden-text.ts';
import type { MachineStore } from '../machine-store.ts';
import { settleAside } from '../recovery/keep-aside.ts';
import type { RunningShop } from '../running-shop.ts';
import { tried } from '../tried.ts';
import { createChosenFile, type LookedAt } from './chosen-file.ts';
import { openPlain, openReplaced } from './open-replaced.ts';
import { noteFailure, type Ready, replaceShop } from './replace-shop.ts';
import { settleKeys } from './swap-keys.ts';

export type RestoreOptions = {
  /** The application's own folder. */
  readonly folder: string;
  readonly migrationsFolder: string;
  readonly keeper: Keeper;
  readonly protector: Protector;
  readonly clock: () => number;
  readonly log: Log;
  readonly backups: Pick<BackupDesk, 'use' | 'list'>;
  /** Where it is remembered that a shop was not brought back after all. */
  readonly machine: Pick<MachineStore, 'get' | 'set'>;
  readonly shop: () => RunningShop;
  /** Asks for a file to bring a shop back from. */
  readonly askFile: () => Promise<string | null>;
  /** Shows what the window is to show now. */
  readonly show: () => void;
  /** Told before each change of a file; the tests end the process there. */
  readonly onStep?: (step: RestoreStep) => void;
  /** Does the change once the call that asked for it is answered. */
  readonly later?: (work: () => Promise<void>) => void;
};

/** What happens to files, in this order. */
export type RestoreStep = 'prepare' | 'keep' | 'close' | 'expect' | 'put' | 'settle' | 'open' | 'note';

type Settling = {
  /** What a chosen file holds, to look at. @throws AppError `choice-gone`. */
  lookAt(token: string): LookedAt;
  /** Before the shop is opened: ends what a restore with other keys began before the computer stopped. */
  settle(): Promise<void>;
};

/** Brings a shop back: everything that can fail is done beside the shop that goes on selling; then it is one rename. */
export function createRestore(options: RestoreOptions): DesktopRestore & Settling {
  const { folder, clock, log, backups, onStep = () => {} } = options;
  const { later = (work: () => Promise<void>) => afterTheAnswer(log, work) } = options;
  const replaced = join(folder, 'backups', 'replaced');
  const chosen = createChosenFile({ ...options, scratch: join(folder, 'scratch') });
  return {
    async begin(request, work) {
      const candidate = `${options.shop().path()}.candidate`;
      try {
        onStep('prepare');
        const found = await backups.use(work, async (kept, own) => {
          const opening = { ...request, kept, chosen, candidate };
          const { opened, ...ready } = await openSource(options, opening, own);
          requireWhole(opened);
          onStep('keep');
          if (!request.isFirst) await keepAsIs(kept, own, options.log);
          return { ...ready, asOf: ready.asOf ?? opened.facts?.lastEntry?.at ?? null };
        });
        work.signal.throwIfAborted();
        const { by, isFirst } = request;
        later(() => replaceShop(options, replaced, { ...found, by, isFirst, candidate }));
      } catch (error) {
        removeShopFile(candidate);
        throw error;
      }
    },
    async choose(work) {
      const path = await options.askFile();
      return path === null ? null : backups.use(work, (_kept, own) => chosen.choose(path, own));
    },
    chooseKept: (name, work) =>
      backups.use(work, async (kept, own) => chosen.choose(await kept.pathOf(name), own)),
    seenFailure: () => noteFailure(options.machine, null),
    lookAt: chosen.lookAt,
    openChosen: (token, passphrase, work) =>
      backups.use(work, (_kept, own) => chosen.openChosen(token, passphrase, own)),
    async settle() {
      const path = options.shop().path();
      // Its keys are told by what is in it, and that may be in its log of writes alone.
      const hasLog = await tried(log, 'What was put aside could not be put back', () =>
        settleAside(path, join(folder, 'backups', 'put-aside')),
      );
      if (hasLog) await settleKeys(options, path);
    },
    async replaced() {
      dropReplaced(replaced, clock());
      const facts = new Map((await backups.list()).map((one) => [one.name, one]));
      return replacedIn(replaced).map((one) => {
        const before = [...facts.values()]
          .filter(({ cause, madeAt }) => cause === 'before-restore' && madeAt <= one.replacedAt)
          .find(({ madeAt }) => one.replacedAt - madeAt < 600_000);
        return { ...one, facts: before?.facts ?? null };
      });
    },
  };
}

/** The call is answered first. */
function afterTheAnswer(log: Log, work: () => Promise<void>): void {
  setTimeout(() => void tried(log, 'No shop was brought back', work), 100);
}

type Opening = RestoreRequest & {
  readonly kept: ShopBackups;
  readonly chosen: ReturnType<typeof createChosenFile>;
  readonly candidate: string;
};

type Opened = Pick<Ready, 'source' | 'asOf' | 'keys'> & { readonly opened: OpenedBackup };

/** Opens what is to be brought back into the candidate, with the keys that it was made with. */
async function openSource(
  options: RestoreOptions,
  { source, passphrase, recoveryCode, kept, chosen, candidate }: Opening,
  work: Partial<BackupWork>,
): Promise<Opened> {
  if (source.from === 'file') {
    const { copy, name, asOf, keys } = chosen.take(source.token, recoveryCode);
    const opened = await openPlain(options, { from: copy, to: candidate, keys }, work);
    return { opened, source: { from: 'file', name }, asOf, keys };
  }
  if (source.from === 'backup') {
    const asked = { name: source.name, passphrase, to: candidate, isKept: true };
    const { opened, found } = await kept.open(asked, work);
    return { opened, source, asOf: found.madeAt, keys: null };
  }
  return { ...(await openReplaced(options, { name: source.name, to: candidate }, work)), source, asOf: null };
}

/** A file of another key, with something planted in it or not whole is never put in place. */
function requireWhole({ facts, problems }: OpenedBackup): void {
  if (facts !== null && problems.length === 0) return;
  throw new AppError('backup-damaged', { reason: problems.map(({ what }) => what).join('; ') });
}

/** A shop that is damaged cannot be backed up, and its file is kept all the same when it is replaced. */
async function keepAsIs(kept: ShopBackups, work: Partial<BackupWork>, log: Log): Promise<void> {
  try {
    await kept.make('before-restore', work);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'backup-failed') throw error;
    log.error('No backup could be made of the shop that is replaced; its file is kept', { error });
  }
}
