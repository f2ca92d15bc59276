import type { ReadDb, WriteDb } from '../../database/connection.ts';
import type { OrderllaIdsTable } from '../../database/import-tables.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

type Kind = OrderllaIdsTable['kind'];

/** What became of the old ids so far, by kind. */
export type OldIds = Readonly<Record<Kind, Map<number, number>>>;

export function loadOldIds(db: ReadDb): OldIds {
  const ids: OldIds = { customer: new Map(), product: new Map(), order: new Map() };
  for (const { kind, oldId, newId } of db.all(
    query.selectFrom('orderllaIds').select(['kind', 'oldId', 'newId']),
  )) {
    ids[kind].set(oldId, newId);
  }
  return ids;
}

const insertId = preparedWrite<OrderllaIdsTable>((slot) =>
  query.insertInto('orderllaIds').values({
    kind: slot('kind'),
    oldId: slot('oldId'),
    newId: slot('newId'),
    importId: slot('importId'),
  }),
);

/** Remembers what an old row became, for the rest of this import and for the next one. */
export function keepOldId(db: WriteDb, ids: OldIds, row: OrderllaIdsTable): void {
  insertId.run(db, row);
  ids[row.kind].set(row.oldId, row.newId);
}
