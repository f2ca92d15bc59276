import type { UtilityProcess } from 'electron';
import { AppError } from '../../shared/contract/errors.ts';
import type { Log, Progress } from '../app/context.ts';
import type { JobInput, JobName, JobOutput, Keeper } from '../keeper/jobs.ts';
import type { FromKeeper, ToKeeper } from '../keeper/messages.ts';
import { endProcess } from './end-process.ts';

type KeeperProcess = Pick<UtilityProcess, 'postMessage' | 'kill' | 'on'>;

type Options = {
  /** Starts the keeper process. */
  readonly fork: () => KeeperProcess;
  readonly log: Log;
};

/** A process that hangs on a disk which does not answer is not waited for longer, in milliseconds. */
const patience = 3000;

/**
 * Has each job done in a process begun for it and ended with it. To stop a job is to end its process, and it is over
 * when that one is gone: until then it may hold files open. What it leaves behind is called unfinished, and for whoever
 * asked to take away. Its end never reaches the till.
 */
export function createKeeperProcess({ fork, log }: Options): Keeper {
  return {
    run(name, input, onProgress = () => {}, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const child = fork();
        const end = (settle: () => void): void => {
          signal?.removeEventListener('abort', stop);
          isOver = true;
          endProcess(child);
          settle();
        };
        let isOver = false;
        const stop = (): void => {
          const given = setTimeout(() => leave(), patience);
          const leave = (): void => {
            clearTimeout(given);
            reject(signal?.reason);
          };
          child.on('exit', leave);
          end(() => undefined);
        };
        signal?.addEventListener('abort', stop, { once: true });
        child.on('message', (message: FromKeeper) => {
          if (isOver) return;
          if (message.kind === 'progress') onProgress(message.progress as Progress);
          else if (message.kind === 'value') end(() => resolve(message.value as JobOutput<typeof name>));
          else end(() => reject(errorOf(message)));
        });
        const lost = (code: unknown): void => {
          if (isOver) return;
          log.error('The keeper process ended by itself', { code, job: name });
          end(() => reject(new AppError('helper-ended')));
        };
        child.on('exit', lost);
        // Without a listener, this would end main.
        child.on('error', lost);
        child.postMessage({ name, input: input as JobInput<JobName> } satisfies ToKeeper);
      });
    },
  };
}

function errorOf(message: Extract<FromKeeper, { kind: 'refusal' | 'fault' }>): Error {
  return message.kind === 'refusal'
    ? new AppError(message.code, message.details)
    : new Error(`The keeper process: ${message.message}`);
}
