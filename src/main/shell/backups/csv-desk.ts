import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupsState } from '../../../shared/contract/backup-fields.ts';
import type { CsvSchedule } from '../../../shared/contract/csv-tables.ts';
import { businessDateOf, calendarDate, daysBetween } from '../../../shared/domain/calendar.ts';
import type { BackupWork, CsvMade, SomeCsvTables } from '../../app/desktop-backups.ts';
import { flushFolder } from '../../database/flush.ts';
import { piecesOf } from '../../keeper/pieces.ts';
import { stampOf } from '../clock.ts';
import { namesIn, tidyFolder } from './backup-folder.ts';
import type { BackupMemory } from './backup-memory.ts';
import { isBusy, wordsOf } from './backup-refusal.ts';
import type { BackupDeskOptions } from './desk-options.ts';
import type { OneAtATime } from './one-at-a-time.ts';

/** How many of those that were made by themselves are kept. */
const kept = 12;
const nameOf = (at: number): string => `shop-${stampOf(at)}.zip`;
const ofSchedule = /^shop-\d{8}T\d{6}Z\.zip$/u;
/** After one that could not be made, before it is tried again. */
const pause = 60 * 60_000;

/** The shop as CSV: for whoever asks, and by itself as often as the owner wants. */
export class CsvDesk {
  readonly #options: BackupDeskOptions;
  readonly #turns: OneAtATime;
  #files = 0;
  #triedAt = Number.NEGATIVE_INFINITY;

  constructor(options: BackupDeskOptions, turns: OneAtATime) {
    this.#options = options;
    this.#turns = turns;
  }

  /** Where those lie that are made by themselves. */
  get folder(): string {
    return join(this.#options.folder, 'csv');
  }

  /** Takes away what an earlier run did not finish. */
  begin(): void {
    this.#triedAt = Number.NEGATIVE_INFINITY;
    tidyFolder(this.folder);
  }

  state(): BackupsState['csv'] {
    const { csvSchedule = 'never', lastCsv = null, csvFailure = null } = this.#options.memory.get();
    return {
      schedule: csvSchedule,
      last: lastCsv && { at: lastCsv.at, bytes: lastCsv.bytes, stillTrueAt: lastCsv.trueAt ?? null },
      failure: csvFailure,
    };
  }

  setSchedule(csvSchedule: CsvSchedule): void {
    this.#options.memory.change({ csvSchedule, csvFailure: null });
    this.#triedAt = Number.NEGATIVE_INFINITY;
  }

  /**
   * The shop, or some of its tables, in pieces of a file: made in scratch first, and gone from there however it ends.
   * @throws AppError `backup-running`, `backup-failed`, `no-room`, or the signal's reason.
   */
  async *pieces(
    some: SomeCsvTables | null,
    work: BackupWork,
    onMade: (made: CsvMade) => void,
  ): AsyncGenerator<Uint8Array> {
    const { scratch } = this.#options;
    this.#files += 1;
    const to = join(scratch, `csv-${this.#files}`);
    try {
      mkdirSync(scratch, { recursive: true, mode: 0o700 });
      onMade(await this.#turns.alone('csv', work, (given) => this.#export(to, some, given)));
      yield* piecesOf(to, { onProgress: () => undefined, signal: work.signal });
    } catch (error) {
      work.signal.throwIfAborted();
      throw error;
    } finally {
      rmSync(to, { force: true });
    }
  }

  /** Makes one by itself where one is due. */
  async beat(): Promise<void> {
    const { clock, memory, log, onChange } = this.#options;
    const now = clock();
    const isPausing = now >= this.#triedAt && now - this.#triedAt < pause;
    const date = this.#dueOn(now);
    if (date === null || isPausing || !this.#turns.isFree) return;
    this.#triedAt = now;
    const deed = this.#options.lastDeed();
    const last = this.#unchanged(deed, now);
    if (last) {
      memory.change({ lastCsv: { ...last, date, trueAt: now }, csvFailure: null });
      onChange();
      return;
    }
    try {
      const { bytes } = await this.#turns.byItself('csv', (work) => this.#keep(nameOf(now), work));
      const lastCsv = { at: now, date, bytes, ...(deed === null ? {} : { deed }) };
      memory.change({ lastCsv, csvFailure: null });
    } catch (error) {
      if (this.#turns.isResting || isBusy(error)) {
        this.#triedAt = Number.NEGATIVE_INFINITY;
        return;
      }
      log.error('The shop could not be saved as CSV', { reason: wordsOf(error) });
      memory.change({ csvFailure: { at: now, reason: wordsOf(error) } });
    }
    onChange();
  }

  /** The last one, where it still lies there and nothing that it holds has changed since. */
  #unchanged(deed: string | null, now: number): BackupMemory['lastCsv'] | null {
    const { lastCsv } = this.#options.memory.get();
    if (!lastCsv || deed === null || lastCsv.deed !== deed || lastCsv.at > now) return null;
    return existsSync(join(this.folder, nameOf(lastCsv.at))) ? lastCsv : null;
  }

  /** The business date that one is due on now; null: none is. */
  #dueOn(now: number): number | null {
    const shopDay = this.#options.day();
    const { csvSchedule = 'never', lastCsv } = this.#options.memory.get();
    if (csvSchedule === 'never' || shopDay === null) return null;
    const date = businessDateOf(now, shopDay.timeZone, shopDay.dayStartMinutes);
    // A clock that was set back does not hold it up for years.
    if (!lastCsv || lastCsv.date > date) return date;
    const days = daysBetween(calendarDate(lastCsv.date), date);
    const isDue = {
      daily: days >= 1,
      weekly: days >= 7,
      monthly: Math.floor(lastCsv.date / 100) !== Math.floor(date / 100),
    }[csvSchedule];
    return isDue ? date : null;
  }

  /** One more in the folder, whole or not at all; the oldest go. */
  async #keep(name: string, work: Partial<BackupWork>): Promise<CsvMade> {
    const { folder } = this;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const beside = join(folder, `${name}.part`);
    try {
      rmSync(beside, { force: true });
      const made = await this.#export(beside, null, work);
      renameSync(beside, join(folder, name));
      flushFolder(folder);
      const all = namesIn(folder).filter((one) => ofSchedule.test(one));
      for (const old of all.toSorted().slice(0, -kept)) rmSync(join(folder, old), { force: true });
      return made;
    } finally {
      rmSync(beside, { force: true });
    }
  }

  #export(to: string, some: SomeCsvTables | null, work: Partial<BackupWork>): Promise<CsvMade> {
    const { keeper, shop, migrationsFolder, version, clock } = this.#options;
    const shopPath = shop()?.path ?? '';
    return keeper.run(
      'export-csv',
      { shopPath, to, migrationsFolder, app: version, now: clock(), ...(some ? { some } : {}) },
      work.onProgress,
      work.signal,
    );
  }
}
