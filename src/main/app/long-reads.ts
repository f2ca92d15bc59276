import type { LongReader } from './long-read.ts';
import { type DoorParts, type Visit, windowOf } from './visit.ts';

/** The long queries that are being answered, so that they can be stopped. */
export type LongReads = {
  run(parts: DoorParts, visit: Visit): Promise<unknown>;
  /** Stops a window's: the one with this request id, or all of them. */
  cancel(windowId: number, requestId: string | null): void;
  close(): void;
};

export function createLongReads(reader: LongReader): LongReads {
  type Running = {
    readonly windowId: number;
    readonly requestId: string | undefined;
    readonly controller: AbortController;
  };
  const running = new Set<Running>();
  return {
    async run(parts, { name, ctx, input, requestId = '' }) {
      const windowId = windowOf(ctx);
      const one: Running = { windowId, requestId, controller: new AbortController() };
      running.add(one);
      const { actor, now, till } = ctx;
      try {
        return await reader.read(
          { name, input, actor, now, till },
          (progress) => parts.publish({ kind: 'progress', windowId, requestId, progress }),
          one.controller.signal,
        );
      } finally {
        running.delete(one);
      }
    },
    cancel(windowId, requestId) {
      for (const one of running) {
        const isMeant = one.windowId === windowId && (requestId === null || one.requestId === requestId);
        if (isMeant) one.controller.abort();
      }
    },
    close() {
      for (const { controller } of running) controller.abort();
      reader.close();
    },
  };
}
