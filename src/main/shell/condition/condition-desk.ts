import { join } from 'node:path';
import type { ConditionState } from '../../../shared/contract/condition.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { businessDateOf, type CalendarDate, localParts } from '../../../shared/domain/calendar.ts';
import { dueShopCheck, type ShopCheckCause } from '../../../shared/domain/shop-checks.ts';
import type { CheckedShop } from '../../app/check-shop-file.ts';
import type { Log } from '../../app/context.ts';
import type { BackupWork } from '../../app/desktop-backups.ts';
import type { DesktopCondition } from '../../app/desktop-condition.ts';
import { ShopFileError, type ShopFileProblem } from '../../database/migrate.ts';
import type { ShopFile } from '../../database/open-shop-file.ts';
import type { Keeper } from '../../keeper/jobs.ts';
import { isBusy, wordsOf } from '../backups/backup-refusal.ts';
import type { OneAtATime } from '../backups/one-at-a-time.ts';
import type { RunningShop } from '../running-shop.ts';
import { type Checked, type ConditionMemory, keepOpened } from './condition-memory.ts';
import { FileHold } from './file-hold.ts';
import { fileIdentity } from './file-identity.ts';
import { KeptCarts } from './kept-carts.ts';
import { hasLogBeside, keepFromLog } from './log-beside.ts';
import { addUp, hasDamage } from './problem-counts.ts';

export type ConditionDeskOptions = {
  /** The application's own folder. */
  readonly folder: string;
  readonly migrationsFolder: string;
  readonly memory: { get(): ConditionMemory; set(memory: ConditionMemory): void };
  readonly keeper: Keeper;
  /** Shared with the backups: both read the whole file. */
  readonly turns: OneAtATime;
  readonly clock: () => number;
  readonly log: Log;
  readonly shop: () => Pick<RunningShop, 'path' | 'file' | 'auditKey' | 'giveUp'>;
  /** The zone of the shop that is open; null before one was opened in the file. */
  readonly day: () => { readonly timeZone: string; readonly dayStartMinutes: number } | null;
  /** When a backup last failed, in milliseconds UTC; null where the last one was made. */
  readonly backupFailedAt: () => number | null;
  /** What is to be told of the file is another thing now. */
  readonly onChange: () => void;
};

/** After a look that could not be made, before it is tried again by itself, in milliseconds. */
const pause = 3_600_000;

/**
 * Knows in which condition the shop file is: it hears what its connections meet, looks through it when it was not closed
 * properly and from time to time, and decides when selling has to stop.
 */
export class ConditionDesk implements DesktopCondition {
  readonly #options: ConditionDeskOptions;
  readonly #hold: FileHold;
  readonly #carts: KeptCarts;
  #unclean: ConditionState['unclean'] = null;
  #keptBefore: number | null = null;
  #isGivenUp = false;
  #triedAt: number | null = null;
  #isInDoubt = false;

  constructor(options: ConditionDeskOptions) {
    this.#options = options;
    this.#carts = new KeptCarts(options);
    this.#hold = new FileHold({
      clock: options.clock,
      file: () => options.shop().file(),
      onChange: options.onChange,
    });
  }

  /**
   * Before the file is opened: one that was damaged the last time sells only after it was looked through.
   * @throws ShopFileError `damaged`.
   */
  async beforeOpening(path: string, auditKey: Uint8Array): Promise<void> {
    const { memory, keeper, migrationsFolder, log } = this.#options;
    const kept = memory.get();
    this.#keptBefore = null;
    if (kept.of !== fileIdentity(path)) return;
    if (kept.isDamaged !== true) {
      this.#keptBefore = keepFromLog(path, kept, this.#options);
      return;
    }
    const input = {
      shopPath: path,
      scratch: this.#scratch,
      scope: 'quick',
      migrationsFolder,
      auditKey,
    } as const;
    const { problems } = await keeper.run('check-shop', input);
    if (hasDamage(problems)) {
      log.error('The shop file was damaged and still is', { problems });
      throw new ShopFileError('damaged', 'It was found damaged, and still is');
    }
    this.#note({ isDamaged: false });
  }

  /** The file is open. @throws the system's error where that cannot be kept, and has to be. */
  opened(): void {
    const { memory, shop, log } = this.#options;
    const file = shop().file();
    if (!file) return;
    const of = fileIdentity(file.path);
    const before = memory.get();
    const isSame = before.of === of;
    const wasLeft = before.isOpen === true || (isSame && before.isUnclean === true);
    // Before a shop was opened there is nothing to look at.
    const isUnclean = wasLeft && this.#options.day() !== null;
    // What was known of another file says nothing of this one.
    const opened = { ...(isSame ? before : { of }), isOpen: true, isUnclean, isDamaged: false };
    const isKept = keepOpened(this.#options, opened);
    this.#isGivenUp = false;
    this.#triedAt = null;
    this.#isInDoubt = !isKept;
    this.#unclean = isUnclean ? 'looking' : null;
    if (isUnclean) log.info('Orderlla did not close properly last time');
    this.#hold.end();
    file.onProblem((problem) => this.#met(problem));
    file.onDoubt(() => {
      this.#isInDoubt = true;
    });
    if (file.isFrozen()) this.#met('damaged');
    file.onCommit(() => this.#hold.end());
    this.#carts.bringBack(file);
  }

  /** How many items are in the open cart that comes back with the shop that cannot be opened. */
  openItems(): number {
    return this.#carts.items(this.#options.shop().path());
  }

  /** The file was closed as it should be. */
  closed(): void {
    this.#hold.end();
    this.#note({ isOpen: false, hasLog: hasLogBeside(this.#options.shop().path()) });
  }

  /** A heartbeat: looks through the file where that is due. Whatever goes wrong, selling goes on. */
  async beat(): Promise<void> {
    const { turns, clock, log } = this.#options;
    const due = this.#due();
    if (due === null || !turns.isFree || this.#isGivenUp) return;
    if (this.#triedAt !== null && Math.abs(clock() - this.#triedAt) < pause) return;
    this.#triedAt = clock();
    try {
      await this.#look(due, {});
    } catch (error) {
      if (turns.isResting || isBusy(error)) {
        this.#triedAt = null;
        return;
      }
      log.error('The shop file could not be looked through', { due, error: wordsOf(error) });
      this.#note({ failure: { at: clock(), reason: wordsOf(error) } });
      this.#options.onChange();
    }
  }

  state(): ConditionState {
    const { quick, deep, failure = null } = this.#options.memory.get();
    const scope = deep && deep.at >= (quick?.at ?? 0) ? 'deep' : 'quick';
    const last = scope === 'deep' ? deep : quick;
    return {
      trouble: this.#hold.now,
      unclean: this.#unclean,
      keptBefore: this.#keptBefore,
      last: last ? { at: last.at, scope, problems: last.problems } : null,
      failure,
    };
  }

  lookAgain(): boolean {
    return this.#hold.look();
  }

  async check(work: BackupWork): Promise<Pick<Checked, 'problems'>> {
    try {
      return await this.#look('by-hand', work);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError('check-failed', { reason: wordsOf(error) });
    }
  }

  recover(): void {
    this.#giveUp('damaged');
  }

  #due(): Exclude<ShopCheckCause, 'by-hand'> | null {
    const { memory, clock, day, backupFailedAt } = this.#options;
    const shopDay = day();
    const kept = memory.get();
    if (shopDay === null) return null;
    const date = this.#dateOf(shopDay);
    if (kept.since === undefined) this.#note({ since: date });
    const since = kept.since ?? date;
    const [quick, deep] = [kept.quick?.date ?? since, kept.deep?.date ?? since] as CalendarDate[];
    const { hour } = localParts(clock(), shopDay.timeZone);
    const isUnclean = kept.isUnclean === true;
    if (this.#isInDoubt && !isUnclean) return 'doubt';
    const lookedAt = Math.max(kept.quick?.at ?? 0, kept.deep?.at ?? 0);
    const isSuspect = (backupFailedAt() ?? 0) > lookedAt;
    // Where it never was looked through, that it is known is no look.
    const never = kept.quick === undefined && kept.deep === undefined;
    if (never && isSuspect && !isUnclean) return 'suspect';
    const standing = { isUnclean, isSuspect, quick: quick ?? date, deep: deep ?? date };
    return dueShopCheck({ date, hour }, standing);
  }

  #dateOf({ timeZone }: { readonly timeZone: string }): CalendarDate {
    return businessDateOf(this.#options.clock(), timeZone, 0);
  }

  async #look(cause: ShopCheckCause, { onProgress, signal }: Partial<BackupWork>): Promise<Checked> {
    const { turns, keeper, migrationsFolder, shop, clock, day, log } = this.#options;
    const auditKey = shop().auditKey();
    const shopDay = day();
    if (auditKey === null || shopDay === null) throw new AppError('cancelled');
    const scope = cause === 'monthly' || cause === 'by-hand' ? 'deep' : 'quick';
    const input = {
      shopPath: shop().path(),
      scratch: this.#scratch,
      scope,
      migrationsFolder,
      auditKey,
    } as const;
    const asked = { ...(onProgress ? { onProgress } : {}), ...(signal ? { signal } : {}) };
    const job = (own: Partial<BackupWork>) => keeper.run('check-shop', input, own.onProgress, own.signal);
    const found = await (cause === 'by-hand' ? turns.alone('shop', asked, job) : turns.byItself('shop', job));
    const checked = { at: clock(), date: this.#dateOf(shopDay), problems: addUp(found.problems) };
    if (found.problems.length > 0)
      log.error('Something is wrong with the shop file', { cause, found: found.problems });
    this.#note({ [scope]: checked, failure: null, isUnclean: false });
    this.#isInDoubt = false;
    if (this.#unclean !== null) this.#unclean = checked.problems.length === 0 ? 'in-order' : 'problems';
    this.#options.onChange();
    if (cause === 'unclean' || cause === 'doubt') this.#stopWhereDamaged(found);
    return checked;
  }

  /** What a crash has damaged, or what refuses sales, is not written to any more; what is found on another day waits for its owner. */
  #stopWhereDamaged({ problems }: CheckedShop): void {
    if (!hasDamage(problems)) return;
    this.#note({ isDamaged: true });
    this.#options.shop().file()?.met('damaged');
  }

  #met(problem: ShopFileProblem): void {
    const { log, shop } = this.#options;
    if (this.#isGivenUp) return;
    if (problem === 'damaged') {
      log.error('The shop file is damaged: it is frozen as it is, and selling stops');
      this.#note({ isDamaged: true });
      this.#giveUp('damaged');
    } else if (problem === 'missing') {
      this.#giveUp('missing');
    } else if (problem === 'unreadable' && !isReadable(shop().file())) {
      this.#giveUp('unreadable');
    } else if (problem === 'unreadable' || problem === 'read-only' || problem === 'locked') {
      this.#hold.begin(problem);
    }
  }

  /** Closes the shop once whoever is at work with it has let go, and shows what can be done. */
  #giveUp(trouble: 'damaged' | 'missing' | 'unreadable'): void {
    if (this.#isGivenUp) return;
    this.#isGivenUp = true;
    const { shop, log } = this.#options;
    const file = shop().file();
    if (file) this.#carts.keep(file);
    setImmediate(() => {
      shop()
        .giveUp(trouble)
        .catch((error: unknown) => log.error('The shop could not be closed', { error: wordsOf(error) }));
    });
  }

  #note(change: ConditionMemory): void {
    const { memory } = this.#options;
    memory.set({ ...memory.get(), ...change });
  }

  get #scratch(): string {
    return join(this.#options.folder, 'scratch');
  }
}

/** Whether the disk still gives what is in the file: what lies in memory says nothing of it. */
function isReadable(file: ShopFile | null): boolean {
  try {
    file?.snapshot().close();
    return true;
  } catch {
    return false;
  }
}
