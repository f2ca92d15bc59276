import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupCause } from '../../../shared/contract/backup-fields.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { type KeptAs, keptAs } from '../../../shared/domain/backup-rotation.ts';
import type { Log, Progress } from '../../app/context.ts';
import { removeShopFile } from '../../database/flush.ts';
import type { Keeper } from '../../keeper/jobs.ts';
import { endings } from '../../keeper/make-backup.ts';
import { type Manifest, writeManifest } from '../../keeper/manifest.ts';
import type { OpenedBackup } from '../../keeper/open-backup.ts';
import {
  backupsIn,
  emptyFolder,
  type FoundBackup,
  freeName,
  removeBackup,
  takeBack,
  tidyAfter,
  tidyFolder,
} from './backup-folder.ts';
import { dropReplaced } from './replaced-shops.ts';
import { inPlace, isThere } from './second-place.ts';

/** The shop that is open. */
export type BackedUpShop = { readonly path: string; readonly auditKey: Uint8Array };

export type ShopBackupsOptions = {
  /** Where backups are kept, and where one is opened to look at it. */
  readonly folder: string;
  readonly scratch: string;
  readonly migrationsFolder: string;
  /** The version of the application. */
  readonly version: string;
  readonly keeper: Keeper;
  readonly clock: () => number;
  readonly log: Log;
  readonly shop: () => BackedUpShop | null;
  /** The newest entry of the log of the shop that is open: what tells whether anything changed. */
  readonly lastEntry: () => { readonly id: number; readonly hash: string } | null;
  readonly secondPlace: () => string | null;
  readonly passphrase: () => Promise<string | null>;
};

type Work = { readonly onProgress?: (progress: Progress) => void; readonly signal?: AbortSignal };

type OpenKept = {
  readonly name: string;
  readonly passphrase: string | null;
  readonly to: string;
  readonly isKept: boolean;
};

type OpenedKept = { readonly opened: OpenedBackup; readonly found: KeptBackup };

/** A backup in one place or both. */
export type KeptBackup = FoundBackup & {
  readonly places: readonly ('first' | 'second')[];
  readonly keptAs: readonly KeptAs[];
};

/** The backups of the shop that is open: made, thinned out, copied to a second place, opened again. */
export class ShopBackups {
  readonly #options: ShopBackupsOptions;

  constructor(options: ShopBackupsOptions) {
    this.#options = options;
  }

  /** Makes the folder, and takes away what an earlier run did not finish. @throws the system's error. */
  begin(): void {
    const { folder, scratch } = this.#options;
    for (const one of [folder, scratch]) mkdirSync(one, { recursive: true, mode: 0o700 });
    tidyFolder(folder);
    // A look at an encrypted backup lies open there while it lasts.
    emptyFolder(scratch);
  }

  /** All backups in both places, the newest first. */
  async list(): Promise<readonly KeptBackup[]> {
    const { folder } = this.#options;
    const { auditKey } = this.#shop();
    const second = this.#options.secondPlace();
    const here = await backupsIn(folder, auditKey);
    const inIt =
      second && (await inPlace(second, (stillAnswers) => backupsIn(second, auditKey, stillAnswers)));
    const there = inIt || [];
    const names = new Map<string, { found: FoundBackup; places: ('first' | 'second')[] }>();
    for (const found of here) names.set(found.name, { found, places: ['first'] });
    for (const found of there) {
      const both = names.get(found.name);
      if (!both || (isVerified(found) && !isVerified(both.found))) {
        // The copy is what can be brought back, where the one here cannot.
        names.set(found.name, { found, places: ['second'] });
      } else if (isVerified(found) || !isVerified(both.found)) both.places.push('second');
    }
    const kept = keptAs([...names.values()].map(({ found }) => dated(found)));
    return [...names.values()]
      .map(({ found, places }) => ({ ...found, places, keptAs: kept.get(found.name) ?? [] }))
      .toSorted((one, other) => other.madeAt - one.madeAt || (other.name < one.name ? -1 : 1));
  }

  /** Makes one, thins out the older ones. @throws AppError `backup-failed`, `no-room`. */
  async make(cause: BackupCause, work: Work = {}, shop = this.#shop()): Promise<Manifest> {
    const { folder, keeper, clock, version, migrationsFolder } = this.#options;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const now = clock();
    const name = freeName(folder, now);
    try {
      const manifest = await keeper.run(
        'make-backup',
        {
          ...{ folder, name, cause, now, migrationsFolder, app: version, shopPath: shop.path },
          ...{ auditKey: shop.auditKey, passphrase: await this.#options.passphrase() },
        },
        work.onProgress,
        work.signal,
      );
      await this.#thinOut(folder, shop.auditKey);
      dropReplaced(join(folder, 'replaced'), clock());
      return manifest;
    } catch (error) {
      takeBack(folder, name);
      throw error;
    } finally {
      await tidyAfter(folder, name);
    }
  }

  /** Whether nothing was written into the log of the shop since its newest backup: then that one says so, and true. */
  async renew(): Promise<boolean> {
    const { folder, clock, lastEntry } = this.#options;
    const { auditKey } = this.#shop();
    const newest = (await this.list()).find((one) => one.places.includes('first') && isVerified(one));
    const [was, is] = [newest?.manifest?.facts.lastEntry, lastEntry()];
    if (!newest?.manifest || !was || was.id !== is?.id || was.hash !== is.hash) return false;
    const renewed = { ...newest.manifest, stillTrueAt: clock() };
    await writeManifest(join(folder, `${newest.name}${endings.manifest}`), auditKey, renewed);
    return true;
  }

  /** Verified backups that are not in the second place yet, the newest first. */
  async waiting(): Promise<readonly KeptBackup[]> {
    const kept = await this.list();
    return kept.filter((one) => !one.places.includes('second') && isVerified(one) && one.keptAs.length > 0);
  }

  /**
   * Copies to the second place what is not there yet, the newest first; one that cannot be copied holds up no other.
   * Answers how many. @throws the last refusal of `copy-backup`, when all were tried.
   */
  async copyWaiting(work: Work = {}): Promise<number> {
    const { folder, keeper } = this.#options;
    const { auditKey } = this.#shop();
    const to = await this.#second();
    if (to === null) return 0;
    const waiting = await this.waiting();
    let refusal: unknown = null;
    for (const { manifest, name } of waiting) {
      if (!manifest) continue;
      const input = { from: folder, to, manifest, auditKey };
      try {
        await keeper.run('copy-backup', input, work.onProgress, work.signal);
      } catch (error) {
        work.signal?.throwIfAborted();
        refusal = error;
      } finally {
        await inPlace(to, (stillAnswers) => tidyAfter(to, name, stillAnswers));
      }
    }
    await inPlace(to, (stillAnswers) => this.#thinOut(to, auditKey, stillAnswers));
    if (refusal !== null) throw refusal;
    return waiting.length;
  }

  /** Opens one as a restore would, and looks at everything in it. @throws AppError as `open-backup`. */
  async check(name: string, passphrase: string | null, work: Work = {}): Promise<OpenedBackup> {
    const { scratch, clock } = this.#options;
    const to = join(scratch, `${name}.db`);
    try {
      const { opened, found } = await this.open({ name, passphrase, to, isKept: false }, work);
      if (found.manifest) {
        await this.#note(found, { ...found.manifest, checkedAt: clock(), problems: [...opened.problems] });
      }
      return opened;
    } finally {
      // A keeper whose process was ended could not: what was encrypted would lie open there.
      this.#takeAway(to);
    }
  }

  #takeAway(path: string): void {
    try {
      removeShopFile(path);
    } catch (error) {
      // The next start empties the folder. What became of the work is what counts.
      this.#options.log.error('An opened backup could not be taken away', { path, error: String(error) });
    }
  }

  /** What was found by a check, in the manifest. */
  async #note({ name, places }: KeptBackup, checked: Manifest): Promise<void> {
    const { folder, secondPlace } = this.#options;
    const second = secondPlace();
    const write = (place: string) =>
      writeManifest(join(place, `${name}${endings.manifest}`), this.#shop().auditKey, checked);
    if (places.includes('first')) await write(folder);
    else if (second !== null) await inPlace(second, () => write(second));
  }

  /** Opens one into a file of its own; kept where nothing was wrong with it. @throws AppError as `open-backup`. */
  async open({ name, passphrase, to, isKept }: OpenKept, work: Work = {}): Promise<OpenedKept> {
    const { folder, keeper, migrationsFolder } = this.#options;
    const { auditKey } = this.#shop();
    const found = (await this.list()).find((one) => one.name === name);
    const place = found?.places.includes('first') ? folder : await this.#second();
    if (!found || place === null) throw new AppError('backup-gone');
    const opened = await keeper.run(
      'open-backup',
      {
        ...{ from: join(place, found.fileName), to, isKept, migrationsFolder, auditKey },
        ...{ manifest: found.manifest, passphrase: passphrase ?? (await this.#options.passphrase()) },
      },
      work.onProgress,
      work.signal,
    );
    return { opened, found };
  }

  /** Where the file of one lies. @throws AppError `backup-gone`. */
  async pathOf(name: string): Promise<string> {
    const found = (await this.list()).find((one) => one.name === name);
    const place = found?.places.includes('first') ? this.#options.folder : await this.#second();
    if (!found || place === null) throw new AppError('backup-gone');
    return join(place, found.fileName);
  }

  async #thinOut(folder: string, auditKey: Uint8Array, stillAnswers = () => {}): Promise<void> {
    const found = await backupsIn(folder, auditKey, stillAnswers);
    // What nothing vouches for is somebody's own file.
    const ours = found.filter(({ manifest }) => manifest !== null);
    const kept = keptAs(ours.map(dated));
    for (const one of ours) {
      const isOwn = one.manifest?.cause !== 'automatic' && this.#options.clock() - one.madeAt < ownKept;
      if (kept.has(one.name) || isOwn) continue;
      await removeBackup(folder, one);
      stillAnswers();
    }
  }

  #shop(): BackedUpShop {
    const shop = this.#options.shop();
    if (!shop) throw new AppError('cancelled');
    return shop;
  }

  async #second(): Promise<string | null> {
    const place = this.#options.secondPlace();
    return place !== null && (await isThere(place)) ? place : null;
  }
}

/** What was made for a reason, by hand or before an upgrade, is not thinned out at once: that very moment may be wanted. */
const ownKept = 7 * 86_400_000;

function dated(found: FoundBackup) {
  return { name: found.name, at: found.madeAt, isVerified: isVerified(found) };
}

/** It was opened after it was made, and everything in it was as it should be. */
export function isVerified({ manifest }: FoundBackup): boolean {
  return manifest !== null && manifest.problems.length === 0;
}
