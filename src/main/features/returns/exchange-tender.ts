import type { CommandContext } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { TenderForPayment } from '../orders/order-statements.ts';

const kept = preparedRead<object, TenderForPayment>(() =>
  query
    .selectFrom('tenders')
    .select(['id', 'name', 'kind', 'asksReference'])
    .where('purpose', '=', 'exchange'),
);

/**
 * The tender by which the value of goods given back is spent on new ones. The shop has it from its first exchange
 * on; archived from the start, so that no till ever offers it.
 */
export function exchangeTender({ db, now }: CommandContext): TenderForPayment {
  const found = kept.get(db, {});
  if (found) return found;
  const tender = { name: 'Exchange', kind: 'other', asksReference: 0 } as const;
  const row = { ...tender, position: 0, archivedAt: now, purpose: 'exchange' as const };
  return { ...tender, id: db.run(query.insertInto('tenders').values(row)).lastId };
}
