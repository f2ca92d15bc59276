import { AppError } from '../../shared/contract/errors.ts';
import { businessDateOf } from '../../shared/domain/calendar.ts';
import type { ReadDb } from '../database/connection.ts';
import { preparedRead } from '../database/prepared.ts';
import { query } from '../database/query.ts';
import type { Actor, Context, Shop } from './context.ts';
import type { Sessions } from './sessions.ts';

const shopRow = preparedRead<object, Shop>(() => query.selectFrom('shop').selectAll());

/** The shop's settings, read once and again after each change. */
export type ShopReader = { get(): Shop | null; forget(): void };

export function shopReader(db: ReadDb): ShopReader {
  let kept: Shop | null = null;
  return {
    get() {
      kept ??= shopRow.get(db, {}) ?? null;
      return kept;
    },
    forget() {
      kept = null;
    },
  };
}

type Parts = {
  readonly db: ReadDb;
  readonly now: number;
  readonly actor: Actor;
  readonly shops: ShopReader;
  readonly sessions: Pick<Sessions, 'passwordGiven'>;
  readonly till: string;
};

/** What a handler is told of its call. */
export function createContext({ db, now, actor, shops, sessions, till }: Parts): Context {
  const shop = shops.get();
  const today = businessDateOf(now, shop?.timeZone ?? 'UTC', shop?.dayStartMinutes ?? 0);
  return {
    db,
    now,
    today,
    actor,
    till,
    shopOrNull: shop,
    passwordGivenToday: (staffId) => sessions.passwordGiven(staffId, today),
    get shop(): Shop {
      if (!shop) throw new AppError('not-found', { what: 'shop' });
      return shop;
    },
  };
}
