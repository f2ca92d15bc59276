import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { TenderView } from '../../../shared/contract/shop-tenders.ts';
import type { CommandContext, CommandHandler, QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { requireReorder } from './in-order.ts';
import { isSameName } from './same-name.ts';

/** As many as a payment dialog can show. */
const mostTenders = 30;

/** The shop's own ways to pay in its order, those put aside at the end. */
export const listAllTenders: QueryHandler<'tenders.list'> = ({ db }) => [...tenderViews(db)];

function tenderViews(db: ReadDb): readonly TenderView[] {
  const rows = db.all(
    query
      .selectFrom('tenders')
      .select(['id', 'name', 'kind', 'asksReference', 'payKey', 'atKiosk', 'archivedAt', 'revision'])
      .where('purpose', 'is', null)
      .orderBy((eb) => eb('archivedAt', 'is not', null))
      .orderBy('position')
      .orderBy('id'),
  );
  return rows.map((row) => ({ ...row, asksReference: row.asksReference === 1, atKiosk: row.atKiosk === 1 }));
}

type Which = { readonly tenderId: number; readonly revision: number };

/** @throws AppError `not-found` (the application's own tender too), `changed-meanwhile`. */
function tenderToChange(db: ReadDb, { tenderId, revision }: Which): TenderView {
  const found = tenderViews(db).find(({ id }) => id === tenderId);
  if (!found) throw new AppError('not-found', { what: 'tender' });
  if (found.revision !== revision) throw new AppError('changed-meanwhile', { name: found.name });
  return found;
}

type Fields = Pick<Parsed<'tenders.create'>, 'name' | 'kind' | 'asksReference' | 'payKey' | 'atKiosk'>;

export const createTender: CommandHandler<'tenders.create'> = ({ db, note }, input) => {
  const all = tenderViews(db);
  if (all.length >= mostTenders) throw new AppError('too-many-tenders');
  requireFree(all, input, null);
  const row = { ...asKept(input), position: nextPosition(db), archivedAt: null };
  const tenderId = db.run(query.insertInto('tenders').values(row)).lastId;
  note(`tender ${tenderId}`, { name: input.name, after: fieldsOf(input) });
  return { tenderId };
};

export const changeTender: CommandHandler<'tenders.change'> = (ctx, input) => {
  const record = tenderToChange(ctx.db, input);
  requireFree(tenderViews(ctx.db), input, record);
  if (input.kind !== record.kind) requireUnused(ctx.db, record);
  save(ctx, record, asKept(input));
  ctx.note(`tender ${record.id}`, { name: record.name, before: fieldsOf(record), after: fieldsOf(input) });
  return {};
};

export const reorderTenders: CommandHandler<'tenders.reorder'> = ({ db, note }, { before, after }) => {
  const live = tenderViews(db).filter((one) => one.archivedAt === null);
  requireReorder(
    live.map(({ id }) => id),
    { before, after },
  );
  after.forEach((id, position) => {
    db.run(query.updateTable('tenders').set({ position }).where('id', '=', id));
  });
  const names = (ids: readonly number[]) => ids.map((id) => live.find((one) => one.id === id)?.name ?? '');
  note('tenders', { before: names(before), after: names(after) });
  return {};
};

export const archiveTender: CommandHandler<'tenders.archive'> = (ctx, input) => {
  const record = tenderToChange(ctx.db, input);
  if (record.archivedAt !== null) return {};
  const live = tenderViews(ctx.db).filter((one) => one.archivedAt === null);
  if (live.length === 1) throw new AppError('last-tender');
  save(ctx, record, { archivedAt: ctx.now });
  const { name } = record;
  ctx.note(`tender ${record.id}`, { name, before: { archived: false }, after: { archived: true } });
  return {};
};

export const restoreTender: CommandHandler<'tenders.restore'> = (ctx, input) => {
  const record = tenderToChange(ctx.db, input);
  const isTaken = tenderViews(ctx.db).some(
    (one) => one.id !== record.id && one.archivedAt === null && one.payKey === record.payKey,
  );
  const payKey = isTaken ? null : record.payKey;
  if (record.archivedAt === null) return { payKey: record.payKey };
  save(ctx, record, { archivedAt: null, payKey, position: nextPosition(ctx.db) });
  const before = { archived: true, payKey: record.payKey };
  ctx.note(`tender ${record.id}`, { name: record.name, before, after: { archived: false, payKey } });
  return { payKey };
};

/** @throws AppError `tender-name-taken`, `pay-key-taken`. */
function requireFree(all: readonly TenderView[], { name, payKey }: Fields, own: TenderView | null): void {
  const others = all.filter((one) => one.id !== own?.id);
  const named = others.find((one) => isSameName(one.name, name));
  if (named) {
    throw new AppError('tender-name-taken', { name: named.name, isArchived: named.archivedAt !== null });
  }
  // What is put aside keeps its key for itself only; a tender that is put aside takes none from others.
  if (payKey === null || (own !== null && own.archivedAt !== null)) return;
  const keyed = others.find((one) => one.archivedAt === null && one.payKey === payKey);
  if (keyed) throw new AppError('pay-key-taken', { key: payKey, tender: keyed.name });
}

/** Money that was taken as cash stays cash. @throws AppError `tender-kind-used`. */
function requireUnused(db: ReadDb, { id, name }: TenderView): void {
  const paid = db.get(query.selectFrom('payments').select('orderId').where('tenderId', '=', id).limit(1));
  const given = db.get(query.selectFrom('refunds').select('id').where('tenderId', '=', id).limit(1));
  const awaited = db.get(query.selectFrom('orders').select('id').where('awaitedTenderId', '=', id).limit(1));
  if (paid || given || awaited) throw new AppError('tender-kind-used', { name });
}

function nextPosition(db: ReadDb): number {
  const last = db.get(query.selectFrom('tenders').select((eb) => eb.fn.max('position').as('position')));
  return (last?.position ?? -1) + 1;
}

function save(
  { db }: CommandContext,
  { id, revision }: TenderView,
  changes: Partial<ReturnType<typeof asKept>> & { archivedAt?: number | null; position?: number },
): void {
  db.run(
    query
      .updateTable('tenders')
      .set({ ...changes, revision: revision + 1 })
      .where('id', '=', id),
  );
}

function asKept({ name, kind, asksReference, payKey, atKiosk }: Fields) {
  return { name, kind, payKey, asksReference: flagOf(asksReference), atKiosk: flagOf(atKiosk) };
}

function flagOf(on: boolean): 0 | 1 {
  return on ? 1 : 0;
}

function fieldsOf({ name, kind, asksReference, payKey, atKiosk }: Fields): Fields {
  return { name, kind, asksReference, payKey, atKiosk };
}
