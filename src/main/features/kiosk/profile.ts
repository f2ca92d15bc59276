import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler, QueryHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { indexCustomer } from '../customers/index-customer.ts';
import { refuseCardNumber } from '../customers/refuse-card-number.ts';
import { requireCustomer } from './require-customer.ts';

/** What the shop knows of the customer who asks. */
export const getProfile: QueryHandler<'kiosk.profile'> = (ctx) => {
  const customerId = requireCustomer(ctx);
  const row = ctx.db.get(
    query
      .selectFrom('customers')
      .select(['username', 'name', 'phone', 'address'])
      .where('id', '=', customerId),
  );
  if (!row) throw new AppError('sign-in-first');
  return { ...row, username: row.username ?? '' };
};

/** Changes one's own name, telephone and address. */
export const updateProfile: CommandHandler<'kiosk.updateProfile'> = (ctx, { name, phone, address }) => {
  const customerId = requireCustomer(ctx);
  refuseCardNumber({ note: '', address });
  ctx.db.run(query.updateTable('customers').set({ name, phone, address }).where('id', '=', customerId));
  indexCustomer(ctx.db, customerId);
  ctx.note(`customer ${customerId}`, {});
  return {};
};
