import { ShopFileError } from '../database/migrate.ts';

/** Lets writers in one at a time: a long command holds the turn over many rounds of the event loop. */
export type Turns = {
  take<T>(work: () => T | Promise<T>): Promise<T>;
  /** Lets nobody in any more and resolves when those who were in line are done. */
  close(): Promise<void>;
};

/** Another program that holds the file has mostly done with it after so long, in milliseconds. */
const pause = 250;

/** Whoever finds the file held has written nothing yet: tried once more, and only then it is told. */
async function againWhereLocked<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof ShopFileError) || thrown.problem !== 'locked') throw thrown;
    await new Promise((resolve) => setTimeout(resolve, pause));
    return work();
  }
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  return {
    take(work) {
      if (isClosed) return Promise.reject(new DOMException('The shop file is being closed', 'AbortError'));
      const turn = last.then(() => againWhereLocked(work));
      last = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      isClosed = true;
      await last;
    },
  };
}
