/**
 * The keeper process: one job on whole files (a backup, a check, a copy), begun for it and ended with it. It has no
 * window; the keys that it needs come with the job.
 */
import { AppError } from '../../shared/contract/errors.ts';
import { jobs } from './jobs.ts';
import type { FromKeeper, ToKeeper } from './messages.ts';

const port = process.parentPort;
const send = (message: FromKeeper): void => port.postMessage(message);

/** Progress is told when it moved by a hundredth, so that the channel is not the work. */
const tellings = 100;

port.on('message', ({ data }) => {
  const { name, input } = data as ToKeeper;
  let told = -1;
  const onProgress = (progress: { readonly done: number; readonly total: number }): void => {
    const part = Math.floor((progress.done * tellings) / Math.max(1, progress.total));
    if (part === told) return;
    told = part;
    send({ kind: 'progress', progress });
  };
  const job = jobs[name] as (given: unknown, ctx: { onProgress: typeof onProgress }) => Promise<never>;
  job(input, { onProgress }).then(
    (value) => send({ kind: 'value', value }),
    (thrown: unknown) => send(faultOf(thrown)),
  );
});

function faultOf(thrown: unknown): FromKeeper {
  if (thrown instanceof AppError) return { kind: 'refusal', code: thrown.code, details: thrown.details };
  return {
    kind: 'fault',
    message: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
  };
}
