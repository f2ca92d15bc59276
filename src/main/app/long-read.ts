import type { ReadDb } from '../database/connection.ts';
import { createContext, shopReader } from './call-context.ts';
import type { Actor, Progress } from './context.ts';
import { handlers } from './handlers.ts';
import { innerReads } from './inner-reads.ts';

/** A long query as plain data, so that it can be sent to another process. The door has let it through already. */
export type Question = {
  readonly name: string;
  readonly input: unknown;
  readonly actor: Actor;
  /** Milliseconds UTC. */
  readonly now: number;
  readonly till: string;
};

/** Runs long queries where they make nobody wait. */
export type LongReader = {
  /**
   * Answers a question. @throws `signal.reason` when it was stopped, AppError `helper-ended` when the process that
   * worked on it ended, and whatever the handler refuses with.
   */
  read(question: Question, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<unknown>;
  close(): void;
};

/** Works on a question step by step, by the very handler that the contract names, or the part of a task. */
export function* answerSteps(db: ReadDb, { name, input, actor, now, till }: Question) {
  const handler = (innerReads.get(name) ??
    (handlers as Readonly<Record<string, unknown>>)[name]) as LongHandler;
  const sessions = { passwordGiven: () => false };
  const ctx = createContext({ db, now, actor, shops: shopReader(db), sessions, till });
  return yield* handler(ctx, input);
}

type LongHandler = (ctx: unknown, input: unknown) => Generator<Progress, unknown>;

/** Answers in this process, a turn of the event loop between two steps: where there is no helper process. */
export function createLocalReader(db: ReadDb): LongReader {
  return {
    async read(question, onProgress, signal) {
      const steps = answerSteps(db, question);
      for (;;) {
        signal.throwIfAborted();
        const step = steps.next();
        if (step.done) return step.value;
        onProgress(step.value);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    close() {},
  };
}
