import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';

/** Changes the shop's settings; the audit log keeps what each was before. */
export const updateShop: CommandHandler<'shop.update'> = ({ db, shop, note }, input) => {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  if (given.length === 0) return {};
  const changes = Object.fromEntries(given) as Partial<typeof shop>;
  db.run(query.updateTable('shop').set(changes).where('id', '=', 1));
  const before = Object.fromEntries(given.map(([key]) => [key, shop[key as keyof typeof shop]]));
  note('shop', { before, after: changes });
  return {};
};
