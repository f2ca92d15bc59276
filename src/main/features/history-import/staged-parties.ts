import { sql } from 'kysely';
import type { WriteDb } from '../../database/connection.ts';
import { preparedWrite } from '../../database/prepared.ts';

export type Party = {
  /** Id, e-mail or name in lower case: what orders name them by. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
};

const insertParty = preparedWrite<Party & { isListed: 0 | 1; isBuyer: 0 | 1 }>(
  (
    slot,
  ) => sql`INSERT INTO parties (key, name, email, phone, address, isListed, isBuyer) VALUES (${slot('key')},
    ${slot('name')}, ${slot('email')}, ${slot('phone')}, ${slot('address')}, ${slot('isListed')}, ${slot('isBuyer')})
    ON CONFLICT DO UPDATE SET name = iif(name = '', excluded.name, name), email = iif(email = '', excluded.email, email),
      phone = iif(phone = '', excluded.phone, phone), address = iif(address = '', excluded.address, address),
      isListed = max(isListed, excluded.isListed), isBuyer = max(isBuyer, excluded.isBuyer)`,
);

/** Somebody whom a file names; what is said of them first stays. */
export function stageParty(db: WriteDb, party: Party, from: 'list' | 'sales'): void {
  insertParty.run(db, { ...party, isListed: from === 'list' ? 1 : 0, isBuyer: from === 'sales' ? 1 : 0 });
}
