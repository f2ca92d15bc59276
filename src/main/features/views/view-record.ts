import type { Selectable } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ViewList } from '../../../shared/contract/views.ts';
import type { Right } from '../../../shared/domain/rights.ts';
import type { Context } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { SavedViewsTable } from '../../database/view-tables.ts';
import { requireRight } from '../orders/require-right.ts';

export type ViewRecord = Selectable<SavedViewsTable>;

/** How many views one set of a list may have: everybody's, or one person's. */
export const mostViews = 50;

const rightOfList: Readonly<Record<ViewList, Right>> = {
  orders: 'see-orders',
  products: 'see-products',
  customers: 'see-customers',
};

const byId = preparedRead<{ viewId: number }, ViewRecord>((slot) =>
  query.selectFrom('savedViews').selectAll().where('id', '=', slot('viewId')),
);

const everybodys = preparedRead<{ list: ViewList }, ViewRecord>((slot) =>
  query
    .selectFrom('savedViews')
    .selectAll()
    .where('list', '=', slot('list'))
    .where('isShared', '=', 1)
    .orderBy('position')
    .orderBy('id'),
);

const ownOnes = preparedRead<{ list: ViewList; staffId: number }, ViewRecord>((slot) =>
  query
    .selectFrom('savedViews')
    .selectAll()
    .where('list', '=', slot('list'))
    .where('staffId', '=', slot('staffId'))
    .where('isShared', '=', 0)
    .orderBy('position')
    .orderBy('id'),
);

/** Who asks, who may see the list. @throws AppError `forbidden`. */
export function requireViewer(ctx: Pick<Context, 'actor'>, list: ViewList): number {
  requireRight(ctx, rightOfList[list]);
  if (ctx.actor.kind !== 'staff') throw new AppError('forbidden', { needs: rightOfList[list] });
  return ctx.actor.staffId;
}

/** The views that stand beside each other: everybody's, or one person's. */
export function viewsOf(
  db: ReadDb,
  list: ViewList,
  staffId: number,
  isShared: boolean,
): readonly ViewRecord[] {
  return isShared ? everybodys.all(db, { list }) : ownOnes.all(db, { list, staffId });
}

/**
 * A view that who asks may change: their own, or everybody's with the right to change the shop's settings. Somebody
 * else's own is not there for them. @throws AppError `not-found`, `forbidden`.
 */
export function requireChangeable(ctx: Pick<Context, 'actor' | 'db'>, viewId: number): ViewRecord {
  const view = byId.get(ctx.db, { viewId });
  if (!view) throw new AppError('not-found', { what: 'view' });
  const staffId = requireViewer(ctx, view.list);
  if (view.isShared === 1) requireRight(ctx, 'change-settings');
  else if (view.staffId !== staffId) throw new AppError('not-found', { what: 'view' });
  return view;
}
