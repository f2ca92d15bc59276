import type { BackupsState } from '../../../shared/contract/backup-fields.ts';
import { businessDateOf, localParts } from '../../../shared/domain/calendar.ts';
import { addUp } from '../condition/problem-counts.ts';
import type { BackupMemory } from './backup-memory.ts';
import { isBusy, isElsewhere, wordsOf } from './backup-refusal.ts';
import { newestOf } from './backup-row.ts';
import type { BackupDeskOptions } from './desk-options.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { KeptBackup, ShopBackups } from './shop-backups.ts';

/** By the shop's clock; or at the first beat after it. */
const rehearsalHour = 3;
/** After one that nothing was found out by, before it is tried again. */
const pause = 10 * 60_000;

type Rehearsal = NonNullable<BackupMemory['rehearsal']>;
type Found = Pick<Rehearsal, 'problem' | 'problems'>;

/** Brings the newest backup back into a scratch file once a business date, as a trial. */
export class NightlyRehearsal {
  readonly #options: BackupDeskOptions;
  readonly #backups: ShopBackups;
  readonly #turns: OneAtATime;
  /** What could not be brought back is no backup: another one is wanted. */
  readonly #onFallen: () => void;
  #triedAt = Number.NEGATIVE_INFINITY;

  constructor(
    options: BackupDeskOptions,
    { backups, turns, onFallen }: { backups: ShopBackups; turns: OneAtATime; onFallen: () => void },
  ) {
    this.#options = options;
    this.#backups = backups;
    this.#turns = turns;
    this.#onFallen = onFallen;
  }

  begin(): void {
    this.#triedAt = Number.NEGATIVE_INFINITY;
  }

  async beat(): Promise<void> {
    const { memory, clock } = this.#options;
    const shopDay = this.#options.day();
    if (!this.#turns.isFree || shopDay === null) return;
    const now = clock();
    const date = businessDateOf(now, shopDay.timeZone, 0);
    if (localParts(now, shopDay.timeZone).hour < rehearsalHour) return;
    const isPausing = now >= this.#triedAt && now - this.#triedAt < pause;
    if (memory.get().rehearsal?.date === date || isPausing) return;
    const newest = newestOf(await this.#backups.list(), now);
    if (!newest || !this.#turns.isFree) return;
    const { name } = newest;
    const found = await this.#try(name);
    if (found === null) return;
    memory.change({ rehearsal: { at: clock(), date, name, ...found } });
    if (found.problem !== null) this.#onFallen();
  }

  /** Null: nothing was found out about it, as it gave way, or something else was in the way. */
  async #try(name: string): Promise<Found | null> {
    const { clock, log } = this.#options;
    try {
      const { problems } = await this.#turns.byItself('rehearsal', (work) =>
        this.#backups.check(name, null, work),
      );
      if (problems.length === 0) return { problem: null };
      log.error('The newest backup did not balance', { name, problems });
      return { problem: problems.map(({ what }) => what).join('; '), problems: addUp(problems) };
    } catch (error) {
      if (this.#turns.isResting || isBusy(error)) return null;
      log.error('The newest backup could not be rehearsed', { name, error: wordsOf(error) });
      if (!isElsewhere(error)) return { problem: wordsOf(error) };
      this.#triedAt = clock();
      return null;
    }
  }
}

/** How the last rehearsal counts, the newest verified backup being this one. */
export function rehearsalState(
  rehearsal: Rehearsal | undefined,
  newest: KeptBackup | undefined,
): BackupsState['rehearsal'] {
  if (!rehearsal) return null;
  const { at, name, problem, problems = [] } = rehearsal;
  const isOver = (newest?.manifest?.checkedAt ?? 0) > at;
  return { at, name, problem, problems: [...problems], isBalanced: problem === null || isOver };
}
