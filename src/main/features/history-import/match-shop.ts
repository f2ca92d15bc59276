import { sql } from 'kysely';
import type { ReadDb } from '../../database/connection.ts';
import type { Staging } from '../../database/open-staging.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { Steps } from '../csv/steps.ts';

export type StagedGood = {
  readonly id: number;
  readonly key: string;
  readonly sku: string | null;
  readonly name: string;
  readonly price: number;
};
export type StagedParty = {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
};

export const goodsAfter = preparedRead<{ after: number }, StagedGood>(
  (slot) => sql<StagedGood>`SELECT id, key, sku, name, price FROM goods
    WHERE id > ${slot('after')} AND isUsed = 1 ORDER BY id LIMIT 100`,
);
export const partiesAfter = preparedRead<{ after: number }, StagedParty>(
  (slot) => sql<StagedParty>`SELECT id, key, name, email, phone, address FROM parties
    WHERE id > ${slot('after')} AND (isUsed = 1 OR isListed = 1) ORDER BY id LIMIT 100`,
);
export const setGood = preparedWrite<{ id: number; shopId: number | null }>(
  (slot) => sql`UPDATE goods SET shopId = ${slot('shopId')} WHERE id = ${slot('id')}`,
);
export const setParty = preparedWrite<{ id: number; shopId: number | null }>(
  (slot) => sql`UPDATE parties SET shopId = ${slot('shopId')} WHERE id = ${slot('id')}`,
);

type Id = { readonly id: number };

const productBySku = preparedRead<{ sku: string }, Id>(
  (slot) => sql<Id>`SELECT id FROM products WHERE sku IS NOT NULL AND sku = ${slot('sku')} COLLATE NOCASE
    AND kind <> 'parent' ORDER BY archivedAt IS NOT NULL, sku = ${slot('sku')} DESC, id LIMIT 1`,
);
const productByName = preparedRead<{ name: string }, Id>(
  (slot) => sql<Id>`SELECT id FROM products WHERE name = ${slot('name')} COLLATE NOCASE AND kind = 'single'
    ORDER BY archivedAt IS NOT NULL, id LIMIT 1`,
);

/** The shop's product that a file means: the one with its code in any letter case; without a code, the one of its name. */
export function productOf(db: ReadDb, { sku, name }: StagedGood): number | null {
  const found = sku === null ? productByName.get(db, { name }) : productBySku.get(db, { sku });
  return found?.id ?? null;
}

const customerByKey = preparedRead<{ sourceKey: string; oldKey: string }, Id>((slot) =>
  query
    .selectFrom('historyIds as h')
    .innerJoin('historySources as s', 's.id', 'h.sourceId')
    .innerJoin('customers as c', 'c.id', 'h.newId')
    .select(sql<number>`ifnull(c.mergedInto, c.id)`.as('id'))
    .where('s.mappingKey', '=', slot('sourceKey'))
    .where('h.kind', '=', 'customer')
    .where('h.oldKey', '=', slot('oldKey'))
    .where('c.erasedAt', 'is', null),
);
const customersByEmail = preparedRead<{ email: string }, Id>(
  (
    slot,
  ) => sql<Id>`SELECT id FROM customers WHERE lower(email) = lower(${slot('email')}) AND archivedAt IS NULL
    AND email <> '' LIMIT 2`,
);
const customersByName = preparedRead<{ name: string }, Id>(
  (slot) =>
    sql<Id>`SELECT id FROM customers WHERE name = ${slot('name')} COLLATE NOCASE AND archivedAt IS NULL LIMIT 2`,
);

/**
 * The shop's customer that a file means: whom an earlier import made of this key, the only one with this e-mail, or the
 * only one of this name where the file knows nothing else of them. Two of a name are two people.
 */
export function customerOf(db: ReadDb, sourceKey: string, party: StagedParty): number | null {
  const known = customerByKey.get(db, { sourceKey, oldKey: party.key });
  if (known) return known.id;
  const { email, name, key } = party;
  const byEmail = email === '' ? [] : customersByEmail.all(db, { email });
  const isNameAll = byEmail.length === 0 && name !== '' && key === name.toLowerCase();
  const found = isNameAll ? customersByName.all(db, { name }) : byEmail;
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

export type Matched = { readonly known: number; readonly made: number };

/** Looks up which goods and customers of the file the shop has already. */
export function* matchShopSteps(
  { db, together }: Staging,
  shopDb: ReadDb,
  sourceKey: string,
): Steps<{ readonly products: Matched; readonly customers: Matched }> {
  const products = { known: 0, made: 0 };
  const customers = { known: 0, made: 0 };
  for (let after = 0; ; ) {
    const goods = goodsAfter.all(db, { after });
    if (goods.length === 0) break;
    after = goods.at(-1)?.id ?? after;
    together(() => {
      for (const good of goods)
        count(products, productOf(shopDb, good), (shopId) => setGood.run(db, { id: good.id, shopId }));
    });
    yield 0;
  }
  for (let after = 0; ; ) {
    const parties = partiesAfter.all(db, { after });
    if (parties.length === 0) return { products, customers };
    after = parties.at(-1)?.id ?? after;
    together(() => {
      for (const party of parties) {
        count(customers, customerOf(shopDb, sourceKey, party), (shopId) =>
          setParty.run(db, { id: party.id, shopId }),
        );
      }
    });
    yield 0;
  }
}

function count(
  into: { known: number; made: number },
  found: number | null,
  keep: (id: number | null) => void,
): void {
  if (found === null) into.made += 1;
  else into.known += 1;
  keep(found);
}
