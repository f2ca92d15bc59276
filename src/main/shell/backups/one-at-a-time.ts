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

/** What was stopped and does not end for so long, in milliseconds, is not waited for: more than a keeper takes to. */
const limit = 6000;

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
  readonly #limit: number;

  constructor(onChange: () => void, options: { readonly limit?: number | undefined } = {}) {
    this.#onChange = onChange;
    this.#limit = options.limit ?? limit;
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

  /** Ends what runs and lets nothing more begin; what hangs on a disk that does not answer is not waited for. */
  async rest(): Promise<void> {
    this.#isResting = true;
    const one = this.#running;
    one?.stop.abort(new AppError('cancelled'));
    await this.#inTime(async (late) => {
      if (one) await Promise.race([settled(one), late]);
    }).catch(() => undefined);
  }

  /**
   * Does what a person asks for, while nothing else is done.
   * @throws AppError `backup-running`, the signal's reason, and what the work throws.
   */
  async alone<T>(kind: Kind, asked: Partial<BackupWork>, job: Job<T>): Promise<T> {
    asked.signal?.throwIfAborted();
    this.#waiting += 1;
    try {
      if (this.#inTheWay) await this.#inTime((late) => this.#makeWay(late), asked.signal);
    } finally {
      this.#waiting -= 1;
    }
    if (this.#running !== null || this.#isResting) throw new AppError('backup-running');
    return this.#run(kind, false, asked, job);
  }

  /** Does what nobody asked for; stopped by a person it ends with `backup-running` as well. @throws as `alone`. */
  async byItself<T>(kind: Kind, job: Job<T>): Promise<T> {
    if (!this.isFree) throw new AppError('backup-running');
    return this.#run(kind, true, {}, job);
  }

  /** What a person's wish ends: what runs by itself, and what was stopped already. */
  get #inTheWay(): Running | null {
    const one = this.#running;
    return one?.isByItself || one?.stop.signal.aborted ? one : null;
  }

  async #makeWay(late: Promise<never>): Promise<void> {
    for (let one = this.#inTheWay; one; one = this.#inTheWay) {
      one.stop.abort(new AppError('backup-running'));
      await Promise.race([settled(one), late]);
    }
  }

  /** Waits for something no longer than the limit, nor than the asker does. @throws AppError `backup-running`, the signal's reason. */
  async #inTime(wait: (late: Promise<never>) => Promise<void>, signal?: AbortSignal): Promise<void> {
    const late = Promise.withResolvers<never>();
    const given = setTimeout(() => late.reject(new AppError('backup-running')), this.#limit);
    const stop = (): void => late.reject(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      await wait(late.promise);
    } finally {
      clearTimeout(given);
      signal?.removeEventListener('abort', stop);
    }
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

/** Comes when it has ended, however. */
function settled({ ended }: Running): Promise<unknown> {
  return ended.catch(() => undefined);
}
