import { runLongCommand } from './run-command.ts';
import { type AnyHandler, type DoorParts, type Visit, windowOf } from './visit.ts';

/** The long commands and the tasks that are running, so that they can be stopped. */
export type LongRuns = {
  run(parts: DoorParts, visit: Visit, handler: AnyHandler): Promise<unknown>;
  /** Does work of a window that hears of it when it is to stop. */
  watch<T>(windowId: number, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Stops a window's. It may have sent one more while the first still ran: all of them stop. */
  cancel(windowId: number): void;
  cancelAll(): void;
};

export function createLongRuns(): LongRuns {
  const running = new Set<{ readonly windowId: number; readonly controller: AbortController }>();
  const watch: LongRuns['watch'] = async (windowId, work) => {
    const one = { windowId, controller: new AbortController() };
    running.add(one);
    try {
      return await work(one.controller.signal);
    } finally {
      running.delete(one);
    }
  };
  return {
    run: (parts, visit, handler) =>
      watch(windowOf(visit.ctx), (signal) => runLongCommand(parts, visit, handler, signal)),
    watch,
    cancel(windowId) {
      for (const one of running) if (one.windowId === windowId) one.controller.abort();
    },
    cancelAll() {
      for (const { controller } of running) controller.abort();
    },
  };
}
