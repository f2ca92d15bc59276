import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

/** What a number of this source became when it came in before. */
export const knownId = preparedRead<{ sourceKey: string; oldKey: string }, { newId: number }>((slot) =>
  query
    .selectFrom('historyIds as h')
    .innerJoin('historySources as s', 's.id', 'h.sourceId')
    .select('h.newId')
    .where('s.mappingKey', '=', slot('sourceKey'))
    .where('h.kind', 'in', ['order', 'return'])
    .where('h.oldKey', '=', slot('oldKey'))
    .limit(1),
);
