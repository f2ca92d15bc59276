import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { indexCustomer } from './index-customer.ts';

/** Archives a customer or takes them back. Doing it twice changes nothing. @throws AppError `not-found`, `customer-merged`. */
export const setArchived: CommandHandler<'customers.setArchived'> = (ctx, { customerId, archived }) => {
  const customer = ctx.db.get(
    query
      .selectFrom('customers')
      .select(['archivedAt', 'mergedInto', 'erasedAt'])
      .where('id', '=', customerId),
  );
  if (!customer || customer.erasedAt !== null) throw new AppError('not-found', { what: 'customer' });
  if (customer.mergedInto !== null)
    throw new AppError('customer-merged', { number: String(customer.mergedInto) });
  if ((customer.archivedAt !== null) !== archived) {
    const archivedAt = archived ? ctx.now : null;
    ctx.db.run(query.updateTable('customers').set({ archivedAt }).where('id', '=', customerId));
    indexCustomer(ctx.db, customerId);
  }
  ctx.note(`customer ${customerId}`, {});
  return {};
};
