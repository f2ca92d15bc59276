/** Lets writers in one at a time: a long command holds the turn over many rounds of the event loop. */
export type Turns = {
  take<T>(work: () => T | Promise<T>): Promise<T>;
  /** Resolves when nobody waits or works. */
  idle(): Promise<void>;
};

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(work) {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
    async idle() {
      await last;
    },
  };
}
