import type { BackupsState } from '../../../shared/contract/backup-fields.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { BackupWork } from '../../app/desktop-backups.ts';

export type Kind = NonNullable<BackupsState['running']>;

type Running = {
  readonly kind: Kind;
  readonly isByItself: boolean;
  readonly stop: AbortController;
  readonly ended: Promise<unknown>;
};

type Job<T> = (given: Partial<BackupWork>) => Promise<T>;

/**
 * Lets one thing be done with the backups at a time: they share disk and scratch. What the application does by itself
 * gives way to what a person asks for, and is due again at the next heartbeat.
 */
export class OneAtATime {
  readonly #onChange: () => void;
  #running: Running | null = null;
  /** How many people wait for what gives way to them. */
  #waiting = 0;
  #isResting = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** What is being done. */
  get kind(): Kind | null {
    return this.#running?.kind ?? null;
  }

  /** Whether what is being done gives way to a person. */
  get isByItself(): boolean {
    return this.#running?.isByItself ?? false;
  }

  get isResting(): boolean {
    return this.#isResting;
  }

  /** Whether something may begin by itself. */
  get isFree(): boolean {
    return this.#running === null && this.#waiting === 0 && !this.#isResting;
  }

  begin(): void {
    this.#isResting = false;
  }

  /** Ends what runs and lets nothing more begin. */
  async rest(): Promise<void> {
    this.#isResting = true;
    this.#running?.stop.abort(new AppError('cancelled'));
    await this.#running?.ended.catch(() => undefined);
  }

  /** Does what a person asks for, while nothing else is done. @throws AppError `backup-running`, and what the work throws. */
  async alone<T>(kind: Kind, asked: Partial<BackupWork>, job: Job<T>): Promise<T> {
    this.#waiting += 1;
    // Stops what runs by itself, and lets what was stopped already come to its end.
    for (let one = this.#running; one?.isByItself || one?.stop.signal.aborted; one = this.#running) {
      one.stop.abort(new AppError('backup-running'));
      await one.ended.catch(() => undefined);
    }
    this.#waiting -= 1;
    if (this.#running !== null || this.#isResting) throw new AppError('backup-running');
    return this.#run(kind, false, asked, job);
  }

  /** Does what nobody asked for; stopped by a person it ends with `backup-running` as well. @throws as `alone`. */
  async byItself<T>(kind: Kind, job: Job<T>): Promise<T> {
    if (!this.isFree) throw new AppError('backup-running');
    return this.#run(kind, true, {}, job);
  }

  async #run<T>(
    kind: Kind,
    isByItself: boolean,
    { onProgress, signal }: Partial<BackupWork>,
    job: Job<T>,
  ): Promise<T> {
    signal?.throwIfAborted();
    const stop = new AbortController();
    signal?.addEventListener('abort', () => stop.abort(signal.reason), { once: true });
    const ended = job({ signal: stop.signal, ...(onProgress ? { onProgress } : {}) });
    this.#running = { kind, isByItself, stop, ended };
    this.#onChange();
    try {
      return await ended;
    } finally {
      this.#running = null;
      this.#onChange();
    }
  }
}
