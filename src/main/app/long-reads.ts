import { ShopFileError } from '../database/migrate.ts';
import type { Progress } from './context.ts';
import type { LongReader } from './long-read.ts';
import { type DoorParts, type Visit, windowOf } from './visit.ts';

/** The long queries that are being answered, so that they can be stopped. */
export type LongReads = {
  run(parts: DoorParts, visit: Visit): Promise<unknown>;
  /** Does a part of a task there, by its name in `inner-reads.ts`; stops with the task. */
  work<O>(parts: DoorParts, visit: Visit, part: InnerWork): Promise<O>;
  /** Stops a window's: the one with this request id, or all of them. */
  cancel(windowId: number, requestId: string | null): void;
  close(): void;
};

type InnerWork = { readonly name: string; readonly input: unknown; readonly signal: AbortSignal };

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
      } catch (thrown) {
        throw told(parts, thrown);
      } finally {
        running.delete(one);
      }
    },
    async work<O>(
      parts: DoorParts,
      { ctx, requestId = '' }: Visit,
      { name, input, signal }: InnerWork,
    ): Promise<O> {
      const windowId = windowOf(ctx);
      const { actor, now, till } = ctx;
      const tell = (progress: Progress) => parts.publish({ kind: 'progress', windowId, requestId, progress });
      try {
        return (await reader.read({ name, input, actor, now, till }, tell, signal)) as O;
      } catch (thrown) {
        throw told(parts, thrown);
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

/** What the helper process met is told to whoever watches the file; its own connection hears nothing of it. */
function told({ file }: DoorParts, thrown: unknown): unknown {
  if (thrown instanceof ShopFileError) file.met(thrown.problem);
  return thrown;
}
