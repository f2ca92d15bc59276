import { runLongCommand } from './run-command.ts';
import { type AnyHandler, type DoorParts, type Visit, windowOf } from './visit.ts';

/** The long commands that are running, so that they can be stopped. */
export type LongRuns = {
  run(parts: DoorParts, visit: Visit, handler: AnyHandler): Promise<unknown>;
  /** Stops a window's. It may have sent one more while the first still ran: all of them stop. */
  cancel(windowId: number): void;
  cancelAll(): void;
};

export function createLongRuns(): LongRuns {
  const running = new Set<{ readonly windowId: number; readonly controller: AbortController }>();
  return {
    async run(parts, visit, handler) {
      const one = { windowId: windowOf(visit.ctx), controller: new AbortController() };
      running.add(one);
      try {
        return await runLongCommand(parts, visit, handler, one.controller.signal);
      } finally {
        running.delete(one);
      }
    },
    cancel(windowId) {
      for (const one of running) if (one.windowId === windowId) one.controller.abort();
    },
    cancelAll() {
      for (const { controller } of running) controller.abort();
    },
  };
}
