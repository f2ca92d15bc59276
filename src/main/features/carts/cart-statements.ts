import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { CartsTable } from '../../database/schema.ts';

/** The till's open cart; there is at most one. */
export const openCart = preparedRead<{ till: string }, Pick<CartsTable, 'id' | 'content'>>((slot) =>
  query
    .selectFrom('carts')
    .select(['id', 'content'])
    .where('till', '=', slot('till'))
    .where('state', '=', 'open'),
);

/** A cart in whatever state. */
export const findCart = preparedRead<{ cartId: string }, Pick<CartsTable, 'state' | 'till'>>((slot) =>
  query.selectFrom('carts').select(['state', 'till']).where('id', '=', slot('cartId')),
);

/** Drops the till's open cart unless it is this one. */
export const dropOtherOpenCart = preparedWrite<{ till: string; cartId: string }>((slot) =>
  query
    .deleteFrom('carts')
    .where('till', '=', slot('till'))
    .where('state', '=', 'open')
    .where('id', '<>', slot('cartId')),
);

/** Drops this cart if it is the till's open one. */
export const dropOpenCart = preparedWrite<{ till: string; cartId: string }>((slot) =>
  query
    .deleteFrom('carts')
    .where('id', '=', slot('cartId'))
    .where('till', '=', slot('till'))
    .where('state', '=', 'open'),
);

type OpenCart = Pick<CartsTable, 'id' | 'till' | 'staffId' | 'updatedAt' | 'content'>;

/** Writes the till's open cart. */
export const writeOpenCart = preparedWrite<OpenCart>((slot) =>
  query
    .insertInto('carts')
    .values({
      id: slot('id'),
      state: 'open',
      till: slot('till'),
      label: '',
      staffId: slot('staffId'),
      updatedAt: slot('updatedAt'),
      content: slot('content'),
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((of) => ({
        staffId: of.ref('excluded.staffId'),
        updatedAt: of.ref('excluded.updatedAt'),
        content: of.ref('excluded.content'),
      })),
    ),
);
