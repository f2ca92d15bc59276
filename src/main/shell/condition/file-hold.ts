import type { ConditionState } from '../../../shared/contract/condition.ts';
import type { ShopFile } from '../../database/open-shop-file.ts';

type Trouble = NonNullable<ConditionState['trouble']>;

type FileHoldOptions = {
  readonly clock: () => number;
  readonly file: () => ShopFile | null;
  readonly onChange: () => void;
};

/** Between two tries, in milliseconds. */
const interval = 3000;

/** A file that cannot be written for a while: tried again and again, so that selling goes on by itself. */
export class FileHold {
  readonly #options: FileHoldOptions;
  #now: Trouble | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: FileHoldOptions) {
    this.#options = options;
  }

  get now(): Trouble | null {
    return this.#now;
  }

  begin(problem: Trouble['problem']): void {
    if (this.#now?.problem === problem) return;
    this.#now = { problem, since: this.#now?.since ?? this.#options.clock() };
    this.#again();
    this.#options.onChange();
  }

  end(): void {
    clearTimeout(this.#timer);
    if (this.#now === null) return;
    this.#now = null;
    this.#options.onChange();
  }

  /** Whether it can be written now. */
  look(): boolean {
    const problem = this.#options.file()?.probe() ?? null;
    if (problem === null) this.end();
    else if (problem === 'unreadable' || problem === 'read-only' || problem === 'locked') this.begin(problem);
    return problem === null;
  }

  #again(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!this.look()) this.#again();
    }, interval);
    this.#timer.unref();
  }
}
