import { type ComparedShop, comparedKinds } from '../../shared/contract/backups-look.ts';
import { money } from '../../shared/domain/money.ts';
import { printedNumber } from '../../shared/domain/paper-number.ts';
import { openTwo } from '../database/compare-shop-files.ts';
import type { JobContext } from './jobs.ts';
import { roomOrReason } from './room.ts';

export type CompareShops = {
  /** A copy that `open-backup` made, of the newest schema; only read. */
  readonly was: string;
  /** The shop that is open; only read, and seen as it is at one moment. */
  readonly now: string;
};

const tables = {
  orders: 'orders',
  payments: 'payments',
  returns: 'returns',
  refunds: 'refunds',
  products: 'products',
  customers: 'customers',
  staff: 'staff',
  'stock-movements': 'stockMovements',
} as const satisfies Record<(typeof comparedKinds)[number], string>;

/** Orders that are named. */
const mostNamed = 50;

/** Who came and went, and what was looked at, would not be missed; orders are counted by themselves. */
const notMissed = /^(?:orders\.place$|session\.|audit\.|backups\.|machine\.|timer\.|reads\.)/u;

/** Puts a shop as it was beside the shop as it is. @throws AppError `backup-damaged` with the reason. */
export async function compareShops(
  { was, now }: CompareShops,
  ctx: JobContext,
): Promise<Omit<ComparedShop, 'facts'>> {
  try {
    const two = openTwo(was, now);
    try {
      const counts = comparedKinds.map((kind, done) => {
        ctx.onProgress({ done, total: comparedKinds.length + 1 });
        ctx.signal?.throwIfAborted();
        return { kind, ...two.rows(tables[kind]) };
      });
      const [lost, back] = [two.lost(), two.back()];
      const orders = two.newestLost(mostNamed).map(({ id, at, customer, total }) => ({
        ...{ number: printedNumber(two.numbering(), id), at, customer, total: money(total) },
      }));
      return {
        ...{ isOtherShop: !two.isSameShop(), counts },
        lost: { count: lost.count, total: money(lost.total), orders },
        back: { count: back.count, total: money(back.total) },
        deeds: two.deeds().filter(({ call }) => !notMissed.test(call)),
      };
    } finally {
      two.close();
    }
  } catch (error) {
    ctx.signal?.throwIfAborted();
    throw roomOrReason(error, 'backup-damaged');
  }
}
