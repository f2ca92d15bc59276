import { existsSync } from 'node:fs';
import type { BackupRow, BackupsState } from '../../../shared/contract/backup-fields.ts';
import type { CsvSchedule } from '../../../shared/contract/csv-tables.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { BackupWork, CheckedBackup, DesktopBackups } from '../../app/desktop-backups.ts';
import { placeWarnings } from '../place-warnings.ts';
import { isBusy, wordsOf } from './backup-refusal.ts';
import { levelOf, newestOf, rowOf, trueAt } from './backup-row.ts';
import { CsvDesk } from './csv-desk.ts';
import type { BackupDeskOptions } from './desk-options.ts';
import { NightlyRehearsal, rehearsalState } from './nightly-rehearsal.ts';
import { type Kind, OneAtATime } from './one-at-a-time.ts';
import { freeBytes, isThere, lookIntoPlace } from './second-place.ts';
import { type BackedUpShop, ShopBackups } from './shop-backups.ts';

const hour = 3_600_000;
/** After a backup that could not be made, before it is tried again by itself. */
const pause = 10 * 60_000;

/** Makes backups by itself, and does with them what people ask. One thing at a time: they share disk and scratch. */
export class BackupDesk implements DesktopBackups {
  readonly #options: BackupDeskOptions;
  readonly #backups: ShopBackups;
  readonly #turns: OneAtATime;
  readonly #csv: CsvDesk;
  readonly #rehearsal: NightlyRehearsal;
  #triedAt = 0;
  #pause = pause;
  /** One is to be made whatever there is already: that cannot be brought back any more. */
  #isWanted = false;

  constructor(options: BackupDeskOptions) {
    this.#options = options;
    this.#turns = new OneAtATime(options.onChange, { limit: options.turnLimit });
    this.#csv = new CsvDesk(options, this.#turns);
    this.#backups = new ShopBackups({
      ...options,
      secondPlace: () => options.memory.get().secondPlace ?? null,
      passphrase: () => options.passphrase.get(),
    });
    const parts = { backups: this.#backups, turns: this.#turns, onFallen: () => this.#want() };
    this.#rehearsal = new NightlyRehearsal(options, parts);
  }

  /** Whoever else reads the whole shop file takes a turn as well. */
  get turns(): OneAtATime {
    return this.#turns;
  }

  /** A shop was opened: what an earlier run left is taken away, and what is due is done. */
  begin(): void {
    this.#turns.begin();
    this.#triedAt = 0;
    this.#rehearsal.begin();
    try {
      this.#backups.begin();
      this.#csv.begin();
    } catch (error) {
      this.#fail('failure', error);
    }
  }

  /** Ends what runs and begins nothing more: the shop file is about to be closed. */
  async rest(): Promise<void> {
    await this.#turns.rest();
  }

  /** A heartbeat: makes a backup where one is due, copies what waits, rehearses once a business date. */
  async beat(): Promise<void> {
    if (!this.#turns.isFree || !this.#options.shop()) return;
    const { clock, memory } = this.#options;
    const isPausing = clock() - this.#triedAt < this.#pause && clock() >= this.#triedAt;
    if (memory.get().automatic !== false && !isPausing && (await this.#isDue())) {
      await this.#makeDue();
    }
    await this.#copyWaiting();
    await this.#rehearsal.beat();
    await this.#csv.beat();
  }

  async state(): Promise<BackupsState> {
    const { memory, clock, folder } = this.#options;
    const { automatic = true, isEncrypted = false, failure = null, restoreFailure = null } = memory.get();
    const newest = newestOf(await this.#backups.list(), clock());
    const verifiedAt = newest ? trueAt(newest) : null;
    const rehearsal = rehearsalState(memory.get().rehearsal, newest);
    return {
      verifiedAt,
      ...{ level: levelOf(verifiedAt, rehearsal, clock()), rehearsal },
      ...{ failure, automatic, isEncrypted, restoreFailure },
      ...{ running: this.#turns.kind, isByItself: this.#turns.isByItself },
      first: { path: folder, freeBytes: freeBytes(folder), warnings: [...placeWarnings(folder)] },
      second: await this.#second(),
      csv: this.#csv.state(),
    };
  }

  async list(): Promise<readonly BackupRow[]> {
    return (await this.#backups.list()).map(rowOf);
  }

  async make(work: BackupWork): Promise<BackupRow> {
    const manifest = await this.#turns.alone('backup', work, (given) => this.#backups.make('by-hand', given));
    this.#options.memory.change({ failure: null });
    // Whoever made it need not wait for a slow stick.
    void this.#copyWaiting();
    const made = (await this.list()).find(({ name }) => name === manifest.name);
    if (!made) throw new AppError('backup-failed', { reason: 'it is not there any more' });
    return made;
  }

  /** Makes one of a shop that cannot be opened before it is upgraded. Answers whether it verified. */
  async makeBeforeUpgrade(
    shop: BackedUpShop,
    onProgress: NonNullable<BackupWork['onProgress']>,
  ): Promise<'verified' | 'with-problems'> {
    this.#backups.begin();
    const { problems } = await this.#backups.make('before-upgrade', { onProgress }, shop);
    return problems.length === 0 ? 'verified' : 'with-problems';
  }

  check(name: string, passphrase: string | null, work: BackupWork): Promise<CheckedBackup> {
    return this.#turns.alone('check', work, (given) => this.#backups.check(name, passphrase, given));
  }

  /** Works with the backups while nothing else does. @throws AppError `backup-running`. */
  use<T>(work: BackupWork, given: (all: ShopBackups, own: Partial<BackupWork>) => Promise<T>): Promise<T> {
    return this.#turns.alone('check', work, (own) => given(this.#backups, own));
  }

  setAutomatic(automatic: boolean): void {
    this.#options.memory.change({ automatic });
    this.#triedAt = 0;
  }

  setCsvSchedule(schedule: CsvSchedule): void {
    this.#csv.setSchedule(schedule);
  }

  csvPieces(...given: Parameters<DesktopBackups['csvPieces']>): AsyncGenerator<Uint8Array> {
    return this.#csv.pieces(...given);
  }

  async setPassphrase(passphrase: string | null): Promise<void> {
    await this.#options.passphrase.set(passphrase);
    this.#options.memory.change({ isEncrypted: passphrase !== null });
    this.#want();
  }

  chooseSecondPlace(): ReturnType<DesktopBackups['chooseSecondPlace']> {
    return this.#options.places.choose();
  }

  setSecondPlace(token: string | null): boolean {
    const place = token === null ? null : this.#options.places.take(token);
    if (token !== null && place === null) return false;
    this.#options.memory.change({ secondPlace: place, secondFailure: null });
    void this.#copyWaiting();
    return true;
  }

  showFolder(place: 'first' | 'second' | 'csv'): boolean {
    const { folder: first, memory } = this.#options;
    const own = place === 'csv' ? this.#csv.folder : first;
    const folder = place === 'second' ? (memory.get().secondPlace ?? null) : own;
    if (folder === null || !existsSync(folder)) return false;
    this.#options.show(folder);
    return true;
  }

  async #second(): Promise<BackupsState['second']> {
    const { memory, folder } = this.#options;
    const { secondPlace: path = null, secondFailure: failure = null, lastCopyAt = null } = memory.get();
    if (path === null) return null;
    const found = await lookIntoPlace(path, folder);
    return {
      ...{ path, lastCopyAt, failure, warnings: [...(found?.warnings ?? [])] },
      freeBytes: found?.freeBytes ?? null,
      waiting: (await this.#backups.waiting()).length,
    };
  }

  #want(): void {
    this.#isWanted = true;
    this.#triedAt = 0;
  }

  async #makeDue(): Promise<void> {
    const wasWanted = this.#isWanted;
    // One that is wanted from now on is another one: this may be at work already.
    this.#isWanted = false;
    this.#triedAt = this.#options.clock();
    let isMade = false;
    const hasEnded = await this.#inBackground('backup', 'failure', async (work) => {
      this.#pause = pause;
      if (wasWanted || !(await this.#backups.renew())) await this.#makeByItself(work);
      isMade = true;
    });
    if (!isMade) this.#isWanted ||= wasWanted;
    if (!hasEnded) this.#triedAt = 0;
  }

  /** @throws AppError `backup-failed` where the shop itself is not as it should be: the copy is kept all the same. */
  async #makeByItself(work: Partial<BackupWork>): Promise<void> {
    const { problems } = await this.#backups.make('automatic', work);
    if (problems.length === 0) return;
    this.#pause = hour;
    throw new AppError('backup-failed', { reason: problems.map(({ what }) => what).join('; ') });
  }

  async #isDue(): Promise<boolean> {
    if (this.#isWanted) return true;
    const now = this.#options.clock();
    const here = (await this.#backups.list()).filter((one) => one.places.includes('first'));
    const newest = newestOf(here, now);
    return !newest || now - trueAt(newest) >= hour;
  }

  async #copyWaiting(): Promise<void> {
    const { memory, clock } = this.#options;
    const place = memory.get().secondPlace ?? null;
    if (place === null || !(await isThere(place))) return;
    if ((await this.#backups.waiting()).length === 0 || !this.#turns.isFree) return;
    await this.#inBackground('copy', 'secondFailure', async (work) => {
      await this.#backups.copyWaiting(work);
      memory.change({ lastCopyAt: clock() });
    });
  }

  /** Answers whether it came to an end, good or bad: what gave way to somebody is tried again by the next beat. */
  async #inBackground(
    kind: Kind,
    memory: 'failure' | 'secondFailure',
    work: (given: Partial<BackupWork>) => Promise<void>,
  ): Promise<boolean> {
    try {
      await this.#turns.byItself(kind, work);
      this.#options.memory.change({ [memory]: null });
    } catch (error) {
      if (this.#turns.isResting || isBusy(error)) return false;
      this.#fail(memory, error);
    }
    this.#options.onChange();
    return true;
  }

  #fail(memory: 'failure' | 'secondFailure', error: unknown): void {
    const reason = wordsOf(error);
    this.#options.log.error('A backup could not be made', { memory, reason });
    this.#options.memory.change({ [memory]: { at: this.#options.clock(), reason } });
  }
}
