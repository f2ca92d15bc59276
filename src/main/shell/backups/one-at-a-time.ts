import type { BackupsState } from '../../../shared/contract/backup-fields.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { BackupWork } from '../../app/desktop-backups.ts';

export type Kind = NonNullable<BackupsState['running']>;

type Running = { readonly kind: Kind; readonly stop: AbortController; readonly ended: Promise<unknown> };

/** Lets one thing be done with the backups at a time: they share disk and scratch. */
export class OneAtATime {
  readonly #onChange: () => void;
  #running: Running | null = null;
  #isResting = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** What is being done. */
  get kind(): Kind | null {
    return this.#running?.kind ?? null;
  }

  get isResting(): boolean {
    return this.#isResting;
  }

  /** Whether something may begin. */
  get isFree(): boolean {
    return this.#running === null && !this.#isResting;
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

  /** Does it while nothing else is done. @throws AppError `backup-running`, and what the work throws. */
  async alone<T>(
    kind: Kind,
    { onProgress, signal }: Partial<BackupWork>,
    work: (given: Partial<BackupWork>) => Promise<T>,
  ): Promise<T> {
    if (!this.isFree) throw new AppError('backup-running');
    signal?.throwIfAborted();
    const stop = new AbortController();
    signal?.addEventListener('abort', () => stop.abort(signal.reason), { once: true });
    const ended = work({ signal: stop.signal, ...(onProgress ? { onProgress } : {}) });
    this.#running = { kind, stop, ended };
    this.#onChange();
    try {
      return await ended;
    } finally {
      this.#running = null;
      this.#onChange();
    }
  }
}
