import { setImmediate } from 'node:timers/promises';

/**
 * Long work cut into steps of a few milliseconds each: a generator that yields how much is done (bytes,
 * rows: whatever its total counts) and returns the result. The same work then runs at once in a test and
 * in slices beside a till that is selling.
 */
export type Steps<T> = Generator<number, T, void>;

/** Runs to the end without a pause. */
export function finishSteps<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Items that make one step: a few milliseconds, also where each is a page of text. */
export const itemsPerStep = 25;

/** So many cells, or characters, are a step as well: rows can be a thousand cells wide. */
const cellsPerStep = 10_000;
const charactersPerStep = 256 * 1024;

/** Counts rows as they pass; answers true where they have made a step together. */
export function createPace(rowsPerStep: number): (row: { readonly cells: readonly string[] }) => boolean {
  let [rows, count, characters] = [0, 0, 0];
  return ({ cells }) => {
    rows += 1;
    count += cells.length;
    for (const cell of cells) characters += cell.length;
    if (rows < rowsPerStep && count < cellsPerStep && characters < charactersPerStep) return false;
    [rows, count, characters] = [0, 0, 0];
    return true;
  };
}

/** Visits each item; yields how many are done, counted on from `before`. */
export function* visitSteps<Item>(
  items: Iterable<Item>,
  visit: (item: Item) => void,
  before = 0,
): Steps<number> {
  let done = before;
  for (const item of items) {
    visit(item);
    done += 1;
    if (done % itemsPerStep === 0) yield done;
  }
  return done;
}

export type SliceOptions = {
  /** Called after each step with what the step yielded. */
  readonly onProgress?: (done: number) => void;
  /** Stops between two steps by throwing the signal's reason; the generator's `finally` runs. */
  readonly signal?: AbortSignal;
};

/** Runs step by step and lets everything that waits in the event loop go first in between. */
export async function runInSlices<T>(steps: Steps<T>, options: SliceOptions = {}): Promise<T> {
  try {
    for (;;) {
      options.signal?.throwIfAborted();
      const step = steps.next();
      if (step.done) return step.value;
      options.onProgress?.(step.value);
      await setImmediate();
    }
  } finally {
    steps.return(undefined as never);
  }
}
