import type { UtilityProcess } from 'electron';
import { AppError } from '../../shared/contract/errors.ts';
import type { Log, Progress } from '../app/context.ts';
import type { JobInput, JobName, JobOutput, Keeper } from '../keeper/jobs.ts';
import type { FromKeeper, ToKeeper } from '../keeper/messages.ts';

type KeeperProcess = Pick<UtilityProcess, 'postMessage' | 'kill' | 'on'>;

type Options = {
  /** Starts the keeper process. */
  readonly fork: () => KeeperProcess;
  readonly log: Log;
};

/**
 * Has each job done in a process begun for it and ended with it. To stop a job is to end its process; what it leaves
 * behind is called unfinished and taken away. Its end never reaches the till.
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
          child.kill();
          settle();
        };
        let isOver = false;
        const stop = (): void => end(() => reject(signal?.reason));
        signal?.addEventListener('abort', stop, { once: true });
        child.on('message', (message: FromKeeper) => {
          if (isOver) return;
          if (message.kind === 'progress') onProgress(message.progress as Progress);
          else if (message.kind === 'value') end(() => resolve(message.value as JobOutput<typeof name>));
          else end(() => reject(errorOf(message)));
        });
        child.on('exit', (code: number) => {
          if (isOver) return;
          log.error('The keeper process ended by itself', { code, job: name });
          end(() => reject(new AppError('helper-ended')));
        });
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
