import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RestoreSource } from '../../../shared/contract/backups-restore.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { headOf, headsBefore } from '../../app/audit-head.ts';
import type { Log } from '../../app/context.ts';
import type { BackupWork } from '../../app/desktop-backups.ts';
import type { DesktopRestore, RestoreRequest } from '../../app/desktop-restore.ts';
import { systemRequestId } from '../../app/system-request-id.ts';
import { openChecked } from '../../database/checks/open-checked.ts';
import { removeShopFile } from '../../database/flush.ts';
import { readMigrations } from '../../database/migrate.ts';
import { putInPlace } from '../../database/put-in-place.ts';
import type { Keeper } from '../../keeper/jobs.ts';
import type { OpenedBackup } from '../../keeper/open-backup.ts';
import type { BackupDesk } from '../backups/backup-desk.ts';
import type { ShopBackups } from '../backups/shop-backups.ts';
import { createHeadFile } from '../head-file.ts';
import type { RunningShop } from '../running-shop.ts';
import { dropReplaced, nameReplaced, replacedIn } from './replaced-shops.ts';

export type RestoreOptions = {
  /** The application's own folder. */
  readonly folder: string;
  readonly migrationsFolder: string;
  readonly keeper: Keeper;
  readonly clock: () => number;
  readonly log: Log;
  readonly backups: Pick<BackupDesk, 'use' | 'list'>;
  readonly shop: () => RunningShop;
  /** Shows what the window is to show now. */
  readonly show: () => void;
  /** Told before each change of a file; the tests end the process there. */
  readonly onStep?: (step: RestoreStep) => void;
  /** Does the change once the call that asked for it is answered. */
  readonly later?: (work: () => Promise<void>) => void;
};

/** What happens to files, in this order. */
export type RestoreStep = 'prepare' | 'keep' | 'close' | 'expect' | 'put' | 'open' | 'note';

/** A checked shop file of the newest schema, ready to be put in the place of the shop. */
type Ready = Pick<RestoreRequest, 'source' | 'by'> & {
  readonly candidate: string;
  readonly asOf: number | null;
};

/** Brings a shop back: everything that can fail is done beside the shop that goes on selling; then it is one rename. */
export function createRestore(options: RestoreOptions): DesktopRestore {
  const { folder, clock, backups, later = afterTheAnswer, onStep = () => {} } = options;
  const replaced = join(folder, 'backups', 'replaced');
  return {
    async begin({ source, passphrase, by }, work) {
      const candidate = `${options.shop().path()}.candidate`;
      try {
        onStep('prepare');
        const asOf = await backups.use(work, async (kept, own) => {
          const { opened, madeAt } =
            source.from === 'backup'
              ? await openKept(kept, source.name, { passphrase, to: candidate }, own)
              : await openReplaced(options, join(replaced, `${source.name}.db`), candidate, own);
          requireWhole(opened);
          onStep('keep');
          await keepAsIs(kept, own, options.log);
          return madeAt ?? opened.facts?.lastEntry?.at ?? null;
        });
        work.signal.throwIfAborted();
        later(() => replaceShop(options, replaced, { source, by, candidate, asOf }));
      } catch (error) {
        removeShopFile(candidate);
        throw error;
      }
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
function afterTheAnswer(work: () => Promise<void>): void {
  setTimeout(() => void work(), 100);
}

type Opened = { readonly opened: OpenedBackup; readonly madeAt: number | null };

async function openKept(
  kept: ShopBackups,
  name: string,
  { passphrase, to }: { readonly passphrase: string | null; readonly to: string },
  work: Partial<BackupWork>,
): Promise<Opened> {
  const { opened, found } = await kept.open({ name, passphrase, to, isKept: true }, work);
  return { opened, madeAt: found.madeAt };
}

async function openReplaced(
  { keeper, migrationsFolder, shop }: RestoreOptions,
  from: string,
  to: string,
  { onProgress, signal }: Partial<BackupWork>,
): Promise<Opened> {
  const given = { from, to, isKept: true, migrationsFolder, passphrase: null, manifest: null };
  const opened = await keeper.run(
    'open-backup',
    { ...given, auditKey: shop().auditKey() },
    onProgress,
    signal,
  );
  return { opened, madeAt: null };
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

async function replaceShop(options: RestoreOptions, folder: string, ready: Ready): Promise<void> {
  const { clock, log, show, onStep = () => {} } = options;
  const shop = options.shop();
  const { candidate, source, by, asOf } = ready;
  const path = shop.path();
  const key = shop.auditKey();
  const name = nameReplaced(folder, clock());
  const keepAs = join(folder, `${name}.db`);
  let isReplaced = false;
  try {
    onStep('close');
    await shop.pause();
    show();
    onStep('expect');
    expectHead(options, candidate, key);
    onStep('put');
    await putInPlace({ candidate, path, keepAs });
    isReplaced = true;
    onStep('open');
    await shop.open();
    if (shop.app() === null) throw new Error(`What was put in place could not be opened: ${shop.trouble()}`);
    onStep('note');
    await noteIt(shop, { source, by, asOf, replaced: name }, clock());
    log.info('A shop was brought back', { ...source, by, replaced: keepAs });
  } catch (error) {
    log.error('No shop was brought back', { ...source, by, error });
    if (isReplaced && shop.app() === null) await putBack(options, { path, keepAs, candidate, key });
  }
  removeShopFile(candidate);
  if (shop.app() === null) await shop.open();
  dropReplaced(folder, clock());
  show();
}

/** The log outside the shop file is told which state of it comes, so that it is not taken for tampering. */
function expectHead(
  { folder, migrationsFolder }: Pick<RestoreOptions, 'folder' | 'migrationsFolder'>,
  candidate: string,
  key: Uint8Array | null,
): void {
  if (key === null) return;
  const file = openChecked(candidate, readMigrations(migrationsFolder));
  try {
    const heads = createHeadFile(join(folder, 'audit-head.json'));
    heads.writeNow(headsBefore(key, heads.read(), headOf(file.read)));
  } finally {
    file.close();
  }
}

type NoteIt = { source: RestoreSource; by: string; asOf: number | null; replaced: string };

/** One entry in the log of the shop that was brought back. */
async function noteIt(shop: RunningShop, input: NoteIt, now: number): Promise<void> {
  const reply = await shop
    .app()
    ?.ask({ kind: 'system' }, 'backups.noteRestored', input, systemRequestId(now));
  if (reply && !reply.ok) throw new Error(`It could not be noted: ${reply.error.code}`);
}

type PutBack = { path: string; keepAs: string; candidate: string; key: Uint8Array | null };

/** The shop as it was takes its place again, by the same one rename. */
async function putBack(options: RestoreOptions, { path, keepAs, candidate, key }: PutBack): Promise<void> {
  if (!existsSync(keepAs)) return;
  removeShopFile(candidate);
  copyFileSync(keepAs, candidate);
  expectHead(options, candidate, key);
  // What was begun beside a file that could not be opened belongs to nothing.
  for (const ending of ['-wal', '-shm', '-journal']) removeShopFile(`${path}${ending}`);
  await putInPlace({ candidate, path, keepAs: null });
}
