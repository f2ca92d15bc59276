import { roleRights } from '../../shared/domain/rights.ts';
import type { ReadDb } from '../database/connection.ts';
import { preparedRead } from '../database/prepared.ts';
import { query } from '../database/query.ts';
import type { Actor } from './context.ts';

const turnedOver = preparedRead<{ till: string }, { till: string }>((slot) =>
  query.selectFrom('kioskTills').select('till').where('till', '=', slot('till')),
);

const activeCustomer = preparedRead<{ customerId: number }, { name: string }>((slot) =>
  query
    .selectFrom('customers')
    .select('name')
    .where('id', '=', slot('customerId'))
    .where('archivedAt', 'is', null)
    // Whose log-in was taken away is signed in nowhere.
    .where('username', 'is not', null),
);

/** Longer than the page's own idle time and its warning: should the page fail to reset, main does. */
const grace = 60_000;

type Asked = {
  readonly till: string;
  readonly windowId: number;
  readonly now: number;
  /** After how long without a touch a customer is forgotten. */
  readonly idleSeconds: number;
};

/**
 * Which customer is at which window of a till that was turned over. That it was is a row of the shop file, so that a
 * crash or a restart opens nothing; who stands there is known to main's memory alone, and forgotten with either.
 */
export type KioskSessions = {
  /** Who asks at a till that belongs to customers; null where it does not. */
  actor(db: ReadDb, asked: Asked): Actor | null;
  signIn(windowId: number, customerId: number, now: number): void;
  signOut(windowId: number): void;
  /** Somebody touched the screen. */
  touch(windowId: number, now: number): void;
};

export function createKioskSessions(): KioskSessions {
  const present = new Map<number, { readonly customerId: number; readonly touchedAt: number }>();
  return {
    actor(db, { till, windowId, now, idleSeconds }) {
      if (!turnedOver.get(db, { till })) return null;
      const here = present.get(windowId);
      // A clock that was set back makes nobody stay longer.
      const isHere = here && Math.abs(now - here.touchedAt) <= idleSeconds * 1000 + grace;
      const customer = isHere ? activeCustomer.get(db, { customerId: here.customerId }) : undefined;
      if (!here || !customer) return { kind: 'kiosk', windowId };
      const { customerId } = here;
      return { kind: 'customer', windowId, customerId, name: customer.name, rights: roleRights.customer };
    },
    signIn: (windowId, customerId, now) => void present.set(windowId, { customerId, touchedAt: now }),
    signOut: (windowId) => void present.delete(windowId),
    touch(windowId, now) {
      const here = present.get(windowId);
      if (here) present.set(windowId, { ...here, touchedAt: now });
    },
  };
}
