import type { ReadDb } from '../database/connection.ts';
import { preparedRead } from '../database/prepared.ts';
import { query } from '../database/query.ts';

export type Picture = { readonly mime: string; readonly bytes: Uint8Array };

const pictureById = preparedRead<{ id: number }, Picture>((slot) =>
  query.selectFrom('pictures').select(['mime', 'bytes']).where('id', '=', slot('id')),
);

/** A picture of the shop file, or null. */
export function findPicture(db: ReadDb, id: number): Picture | null {
  return pictureById.get(db, { id }) ?? null;
}
