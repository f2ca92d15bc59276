import type { SavedView } from '../../../shared/contract/views.ts';
import type { QueryHandler } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { ViewList } from '../../database/view-tables.ts';
import { requireViewer, type ViewRecord, viewsOf } from './view-record.ts';

const opensWith = preparedRead<{ list: ViewList; staffId: number }, { view: string }>((slot) =>
  query
    .selectFrom('viewDefaults')
    .select('view')
    .where('staffId', '=', slot('staffId'))
    .where('list', '=', slot('list')),
);

const staffNames = preparedRead<object, { id: number; name: string }>(() =>
  query.selectFrom('staff').select(['id', 'name']),
);

/** The views of a list that who asks has. @throws AppError `forbidden`. */
export const listViews: QueryHandler<'views.list'> = (ctx, { list }) => {
  const staffId = requireViewer(ctx, list);
  const { db, actor } = ctx;
  const maySettle = actor.kind === 'staff' && actor.rights.has('change-settings');
  const names = new Map(staffNames.all(db, {}).map(({ id, name }) => [id, name]));
  const shown = (view: ViewRecord): SavedView => ({
    id: view.id,
    name: view.name,
    query: JSON.parse(view.query),
    shared: view.isShared === 1,
    mine: view.isShared === 1 ? maySettle : true,
    staffName: names.get(view.staffId) ?? '',
  });
  const views = [...viewsOf(db, list, staffId, true), ...viewsOf(db, list, staffId, false)].map(shown);
  return { views, opensWith: opensWith.get(db, { list, staffId })?.view ?? null };
};
