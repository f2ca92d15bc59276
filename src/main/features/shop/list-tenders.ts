import type { QueryHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';

/** The ways to pay, in the till's order. */
export const listTenders: QueryHandler<'shop.tenders'> = ({ db }) =>
  db
    .all(
      query
        .selectFrom('tenders')
        .select(['id', 'name', 'kind', 'asksReference', 'payKey'])
        .where('archivedAt', 'is', null)
        .orderBy('position')
        .orderBy('id'),
    )
    .map((tender) => ({ ...tender, asksReference: tender.asksReference === 1 }));
