import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { requireRight } from '../orders/require-right.ts';
import { mostViews, requireChangeable, requireViewer, type ViewRecord, viewsOf } from './view-record.ts';

/** Keeps filters, order and columns under a name. @throws AppError `forbidden`, `view-name-taken`, `too-many-views`. */
export const createView: CommandHandler<'views.create'> = (ctx, { list, name, query: fields, shared }) => {
  const staffId = requireViewer(ctx, list);
  if (shared) requireRight(ctx, 'change-settings');
  const row = { list, staffId, name, isShared: shared ? 1 : 0, savedAt: ctx.now } as const;
  const position = placeFor(ctx.db, { ...row, id: 0 });
  const { lastId } = ctx.db.run(
    query.insertInto('savedViews').values({ ...row, position, query: JSON.stringify(fields) }),
  );
  ctx.note(`view ${lastId}`, { list, name, shared });
  return { viewId: lastId };
};

/** @throws AppError `not-found`, `forbidden`, `view-name-taken`, `too-many-views`. */
export const updateView: CommandHandler<'views.update'> = (ctx, { viewId, name, query: fields, shared }) => {
  const view = requireChangeable(ctx, viewId);
  const isShared = shared === undefined ? view.isShared : shared ? 1 : 0;
  if (isShared === 1 && view.isShared === 0) requireRight(ctx, 'change-settings');
  // What was everybody's becomes the own view of who takes it back.
  const staffId =
    isShared === 0 && view.isShared === 1 && ctx.actor.kind === 'staff' ? ctx.actor.staffId : view.staffId;
  const next = { ...view, name: name ?? view.name, isShared, staffId };
  const place = placeFor(ctx.db, next);
  ctx.db.run(
    query
      .updateTable('savedViews')
      .set({
        name: next.name,
        isShared,
        staffId,
        query: fields === undefined ? view.query : JSON.stringify(fields),
        position: isShared === view.isShared ? view.position : place,
        savedAt: ctx.now,
      })
      .where('id', '=', viewId),
  );
  if (view.isShared === 1 && isShared === 0) forgetDefaults(ctx, viewId, staffId);
  ctx.note(`view ${viewId}`, { before: factsOf(view), after: { ...factsOf(next), query: fields } });
  return {};
};

function factsOf({ list, name, isShared }: Pick<ViewRecord, 'list' | 'name' | 'isShared'>) {
  return { list, name, shared: isShared === 1 };
}

type Placed = Pick<ViewRecord, 'id' | 'list' | 'staffId' | 'name' | 'isShared'>;

/** The place behind the views that it will stand with. @throws AppError `view-name-taken`, `too-many-views`. */
function placeFor(db: ReadDb, { id, list, staffId, name, isShared }: Placed): number {
  const others = viewsOf(db, list, staffId, isShared === 1).filter((other) => other.id !== id);
  if (others.length >= mostViews) throw new AppError('too-many-views', { most: mostViews });
  const isTaken = others.some((other) => sameName(other.name, name));
  if (isTaken) throw new AppError('view-name-taken', { name });
  return Math.max(-1, ...others.map((other) => other.position)) + 1;
}

function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFC').toLowerCase();
  return plain(one) === plain(other);
}

/** @throws AppError `not-found`, `forbidden`. */
export const moveView: CommandHandler<'views.move'> = (ctx, { viewId, by }) => {
  const view = requireChangeable(ctx, viewId);
  const order = viewsOf(ctx.db, view.list, view.staffId, view.isShared === 1).map(({ id }) => id);
  const from = order.indexOf(viewId);
  const to = Math.max(0, Math.min(order.length - 1, from + by));
  order.splice(to, 0, ...order.splice(from, 1));
  for (const [position, id] of order.entries())
    ctx.db.run(query.updateTable('savedViews').set({ position }).where('id', '=', id));
  ctx.note(`view ${viewId}`, { from, to });
  return {};
};

/** @throws AppError `not-found`, `forbidden`. */
export const deleteView: CommandHandler<'views.delete'> = (ctx, { viewId }) => {
  const view = requireChangeable(ctx, viewId);
  forgetDefaults(ctx, viewId, null);
  ctx.db.run(query.deleteFrom('savedViews').where('id', '=', viewId));
  ctx.note(`view ${viewId}`, { before: { ...factsOf(view), query: JSON.parse(view.query) } });
  return {};
};

/** Nobody's list opens with a view that they do not have any more; `keeper` still has it. */
function forgetDefaults(
  ctx: Parameters<CommandHandler<'views.delete'>>[0],
  viewId: number,
  keeper: number | null,
): void {
  const those = query.deleteFrom('viewDefaults').where('view', '=', String(viewId));
  ctx.db.run(keeper === null ? those : those.where('staffId', '<>', keeper));
}

/** @throws AppError `forbidden`, and `not-found` for the number of a view that who asks does not have. */
export const openWith: CommandHandler<'views.openWith'> = (ctx, { list, view }) => {
  const staffId = requireViewer(ctx, list);
  if (view !== null && /^\d+$/.test(view)) {
    const theirs = [...viewsOf(ctx.db, list, staffId, true), ...viewsOf(ctx.db, list, staffId, false)];
    if (!theirs.some(({ id }) => String(id) === view)) throw new AppError('not-found', { what: 'view' });
  }
  ctx.db.run(query.deleteFrom('viewDefaults').where('staffId', '=', staffId).where('list', '=', list));
  if (view !== null) ctx.db.run(query.insertInto('viewDefaults').values({ staffId, list, view }));
  ctx.note(`list ${list}`, { opensWith: view });
  return {};
};
