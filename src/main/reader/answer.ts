import { AppError } from '../../shared/contract/errors.ts';
import { answerSteps } from '../app/long-read.ts';
import { asShopFileError } from '../database/file-problem.ts';
import { ShopFileError } from '../database/migrate.ts';
import type { Reader } from '../database/open-reader.ts';
import type { FromReader, ToReader } from './messages.ts';

/** Progress is told when it moved by a hundredth, so that the channel is not the work. */
const tellings = 100;

/**
 * Answers one question, telling how far it is; never throws. All of an answer is of one moment: its parts are read one
 * after the other, and a sale, or an import that makes closed days anew, must not come in between.
 */
export function answer(
  reader: Reader,
  { id, question }: ToReader,
  send: (message: FromReader) => void,
): void {
  try {
    const value = reader.atOneMoment(() => work(reader, { id, question }, send));
    send({ kind: 'value', id, value });
  } catch (caught) {
    const thrown = asShopFileError(caught);
    if (thrown instanceof AppError) {
      send({ kind: 'refusal', id, code: thrown.code, details: thrown.details });
    } else {
      send({
        kind: 'fault',
        id,
        message: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
        problem: thrown instanceof ShopFileError ? thrown.problem : null,
      });
    }
  }
}

function work({ read }: Reader, { id, question }: ToReader, send: (message: FromReader) => void): unknown {
  const steps = answerSteps(read, question);
  let told = -1;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const { done, total } = step.value;
    const part = Math.floor((done * tellings) / Math.max(1, total));
    if (part === told) continue;
    told = part;
    send({ kind: 'progress', id, progress: step.value });
  }
}
