/** Lets writers in one at a time: a long command holds the turn over many rounds of the event loop. */
export type Turns = {
  take<T>(work: () => T | Promise<T>): Promise<T>;
  /** Lets nobody in any more and resolves when those who were in line are done. */
  close(): Promise<void>;
};

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  return {
    take(work) {
      if (isClosed) return Promise.reject(new DOMException('The shop file is being closed', 'AbortError'));
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      isClosed = true;
      await last;
    },
  };
}
