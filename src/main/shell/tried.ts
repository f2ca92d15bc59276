import type { Log } from '../app/context.ts';

/** Does what must not keep the rest from being done; where it fails, the log says this. Answers whether it was done. */
export async function tried(log: Log, words: string, work: () => void | Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    log.error(words, { error });
    return false;
  }
}
