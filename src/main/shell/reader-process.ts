import type { UtilityProcess } from 'electron';
import { AppError } from '../../shared/contract/errors.ts';
import type { Log, Progress } from '../app/context.ts';
import type { LongReader, Question } from '../app/long-read.ts';
import { ShopFileError } from '../database/migrate.ts';
import type { FromReader, ToReader } from '../reader/messages.ts';
import { endProcess } from './end-process.ts';

type ReaderProcess = Pick<UtilityProcess, 'postMessage' | 'kill' | 'on'>;

type Options = {
  /** Starts the helper process on the shop file. */
  readonly fork: () => ReaderProcess;
  readonly log: Log;
};

/** A question on its way, in the order in which they came. */
type Asked = {
  readonly id: number;
  readonly question: Question;
  readonly onProgress: (progress: Progress) => void;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

/** Without a question for so long, the process is ended: it need not lie in memory all day. */
const idleTime = 120_000;

type Helper = {
  post(message: ToReader): void;
  /** Nothing is asked for now: it is ended when that lasts. */
  rest(): void;
  end(): void;
};

/** The process itself: begun when it is needed, ended when it rests. `lost` is told when it ends by itself. */
function createHelper(
  fork: Options['fork'],
  hear: (message: FromReader) => void,
  lost: (code: number) => void,
): Helper {
  let child: ReaderProcess | null = null;
  let idle: NodeJS.Timeout | undefined;

  function begin(): ReaderProcess {
    const made = fork();
    made.on('message', hear);
    made.on('exit', (code: number) => {
      if (child !== made) return;
      child = null;
      lost(code);
    });
    return made;
  }

  function end(): void {
    clearTimeout(idle);
    if (child) endProcess(child);
    child = null;
  }

  return {
    post(message) {
      clearTimeout(idle);
      child ??= begin();
      child.postMessage(message);
    },
    rest() {
      clearTimeout(idle);
      idle = setTimeout(end, idleTime);
      idle.unref();
    },
    end,
  };
}

/**
 * Long queries in a process of their own. SQLite cannot be interrupted from outside, so stopping a question ends the
 * process; the questions behind it go on in a new one. Its end never reaches the till.
 */
export function createReaderProcess({ fork, log }: Options): LongReader {
  const waiting: Asked[] = [];
  let current: Asked | null = null;
  let asked = 0;
  const helper = createHelper(fork, hear, (code) => {
    log.error('The helper process ended by itself', { code, question: current?.question.name });
    settle((one) => one.reject(new AppError('helper-ended')));
  });

  function next(): void {
    current = waiting.shift() ?? null;
    if (current === null) helper.rest();
    else helper.post({ id: current.id, question: current.question });
  }

  function hear(message: FromReader): void {
    if (message.id !== current?.id) return;
    if (message.kind === 'progress') current.onProgress(message.progress);
    else settle((one) => answerWith(one, message));
  }

  function settle(tell: (one: Asked) => void): void {
    const one = current;
    current = null;
    if (one) tell(one);
    next();
  }

  function stop(one: Asked, reason: unknown): void {
    if (current === one) {
      helper.end();
      settle(() => one.reject(reason));
      return;
    }
    const at = waiting.indexOf(one);
    if (at === -1) return;
    waiting.splice(at, 1);
    one.reject(reason);
  }

  return {
    read(question, onProgress, signal) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        asked += 1;
        const one: Asked = { id: asked, question, onProgress, resolve, reject };
        signal.addEventListener('abort', () => stop(one, signal.reason), { once: true });
        waiting.push(one);
        if (current === null) next();
      });
    },
    close: helper.end,
  };
}

function answerWith(one: Asked, message: Exclude<FromReader, { kind: 'progress' }>): void {
  if (message.kind === 'value') one.resolve(message.value);
  else if (message.kind === 'refusal') one.reject(new AppError(message.code, message.details));
  else {
    const words = `The helper process: ${message.message}`;
    one.reject(message.problem === null ? new Error(words) : new ShopFileError(message.problem, words));
  }
}
