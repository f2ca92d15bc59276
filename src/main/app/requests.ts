import { AppError } from '../../shared/contract/errors.ts';
import type { WriteDb } from '../database/connection.ts';
import { preparedRead, preparedWrite } from '../database/prepared.ts';
import { query } from '../database/query.ts';
import type { RequestsTable } from '../database/schema.ts';
import { inputHash } from './input-hash.ts';

const findRequest = preparedRead<{ requestId: string }, RequestsTable>((slot) =>
  query.selectFrom('requests').selectAll().where('requestId', '=', slot('requestId')),
);

const insertRequest = preparedWrite<RequestsTable>((slot) =>
  query.insertInto('requests').values({
    requestId: slot('requestId'),
    call: slot('call'),
    inputHash: slot('inputHash'),
    reply: slot('reply'),
    at: slot('at'),
  }),
);

export type Request = { readonly requestId: string; readonly call: string; readonly input: unknown };

/** What a request with this id was answered, or undefined when it is new. A reused id is refused. */
export function earlierReply(
  db: WriteDb,
  { requestId, call, input }: Request,
): { value: unknown } | undefined {
  const earlier = findRequest.get(db, { requestId });
  if (!earlier) return undefined;
  if (earlier.call !== call || earlier.inputHash !== inputHash(input)) {
    throw new AppError('invalid-input', { field: 'requestId' });
  }
  return { value: JSON.parse(earlier.reply) };
}

/** Remembers the answer, in the command's own transaction. */
export function rememberReply(db: WriteDb, request: Request, value: unknown, now: number): void {
  const { requestId, call, input } = request;
  insertRequest.run(db, {
    requestId,
    call,
    inputHash: inputHash(input),
    reply: JSON.stringify(value),
    at: now,
  });
}
