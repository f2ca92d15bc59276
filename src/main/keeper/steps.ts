import { statSync } from 'node:fs';
import type { Progress } from '../app/context.ts';
import type { JobContext } from './jobs.ts';

/** Does work step by step, a turn of the event loop between two steps. @throws the signal's reason. */
export async function finish<T>(
  steps: Generator<Progress, T>,
  { onProgress, signal }: JobContext,
): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    onProgress(step.value);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Bytes of a file; none where it is not there. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
