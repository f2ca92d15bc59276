import type { ReadDb } from '../../database/connection.ts';

/** The shop files that are being verified now, by their reading connection. */
const running = new WeakSet<ReadDb>();

/** Whether this shop file is being verified now. */
export function isVerifying(db: ReadDb): boolean {
  return running.has(db);
}

/** Notes that it is until the work ends. Null, and no work, where it is already. */
export async function whileVerifying<T>(db: ReadDb, work: () => Promise<T>): Promise<T | null> {
  if (running.has(db)) return null;
  running.add(db);
  try {
    return await work();
  } finally {
    running.delete(db);
  }
}
