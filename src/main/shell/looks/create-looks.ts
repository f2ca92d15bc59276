import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Log } from '../../app/context.ts';
import type { BackupWork } from '../../app/desktop-backups.ts';
import type { DesktopLooks, LookRequest } from '../../app/desktop-looks.ts';
import { removeShopFile } from '../../database/flush.ts';
import { openReader, type Reader } from '../../database/open-reader.ts';
import type { Keeper } from '../../keeper/jobs.ts';
import type { OpenedBackup } from '../../keeper/open-backup.ts';
import type { BackupDesk } from '../backups/backup-desk.ts';
import type { Protector } from '../hidden-text.ts';
import type { LookedAt } from '../restore/chosen-file.ts';
import { openReplaced } from '../restore/open-replaced.ts';
import type { RunningShop } from '../running-shop.ts';

type LooksOptions = {
  /** The application's own folder. */
  readonly folder: string;
  readonly migrationsFolder: string;
  readonly keeper: Keeper;
  readonly backups: Pick<BackupDesk, 'use'>;
  readonly protector: Protector;
  readonly log: Log;
  readonly shop: () => Pick<RunningShop, 'path' | 'auditKey'>;
  /** What a file that was chosen holds. @throws AppError `choice-gone`. */
  readonly chosen: (token: string) => LookedAt;
};

type Look = {
  readonly token: string;
  readonly windowId: number;
  readonly path: string;
  readonly reader: Reader;
};

type Facts = NonNullable<OpenedBackup['facts']>;
type Opened = { readonly path: string; readonly facts: Facts; readonly asOf: number | null };

/** Without a question for so long, in milliseconds, a look is over: what was encrypted lies open meanwhile. */
const idleTime = 15 * 60_000;

/** Opens copies of shops as they were, each in the scratch folder, and takes them away again. */
export function createLooks(options: LooksOptions): DesktopLooks {
  let look: Look | null = null;
  let idle: NodeJS.Timeout | undefined;

  function end(): void {
    clearTimeout(idle);
    const over = look;
    look = null;
    if (!over) return;
    over.reader.close();
    removeShopFile(over.path);
  }

  function touch(): void {
    clearTimeout(idle);
    idle = setTimeout(end, idleTime);
    idle.unref();
  }

  return {
    compare(request, work) {
      return options.backups.use(work, async (kept, own) => {
        const { path, facts } = await openCopy(options, kept, request, own);
        try {
          const input = { was: path, now: options.shop().path() };
          const found = await options.keeper.run('compare-shops', input, own.onProgress, own.signal);
          return { facts, ...found };
        } finally {
          removeShopFile(path);
        }
      });
    },
    async open({ windowId, ...request }, work) {
      end();
      const { path, facts, asOf } = await options.backups.use(work, (kept, own) =>
        openCopy(options, kept, request, own),
      );
      end();
      const token = randomBytes(16).toString('hex');
      look = { token, windowId, path, reader: openReader(path) };
      touch();
      return { token, facts, asOf };
    },
    find(token, windowId) {
      if (look?.token !== token || look.windowId !== windowId) return null;
      touch();
      return look.reader.read;
    },
    end(token, windowId) {
      if (look?.token === token && look.windowId === windowId) end();
    },
    forgetWindow(windowId) {
      if (look?.windowId === windowId) end();
    },
    endAll: end,
  };
}

type Kept = Parameters<Parameters<BackupDesk['use']>[1]>[0];

/** A checked copy of the newest schema. @throws AppError as `open-backup`. */
async function openCopy(
  options: LooksOptions,
  kept: Kept,
  { source, passphrase }: LookRequest,
  { onProgress, signal }: Partial<BackupWork>,
): Promise<Opened> {
  const path = join(options.folder, 'scratch', `look-${randomBytes(8).toString('hex')}.db`);
  const work = { ...(onProgress ? { onProgress } : {}), ...(signal ? { signal } : {}) };
  let opened: OpenedBackup;
  let asOf: number | null = null;
  try {
    if (source.from === 'file') {
      const { copy, ...found } = options.chosen(source.token);
      await copyFile(copy, path, constants.COPYFILE_EXCL);
      return { ...found, path };
    }
    const { name } = source;
    if (source.from === 'backup') {
      const given = await kept.open({ name, passphrase, to: path, isKept: true }, work);
      opened = given.opened;
      asOf = given.found.madeAt;
    } else {
      ({ opened } = await openReplaced(options, { name, to: path }, work));
    }
    const { facts, problems } = opened;
    if (facts === null || problems.length > 0) {
      throw new AppError('backup-damaged', { reason: problems.map(({ what }) => what).join('; ') });
    }
    return { path, facts, asOf: asOf ?? facts.lastEntry?.at ?? null };
  } catch (error) {
    // A keeper that was stopped leaves what it had.
    removeShopFile(path);
    throw error;
  }
}
