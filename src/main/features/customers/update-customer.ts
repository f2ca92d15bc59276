import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { indexCustomer } from './index-customer.ts';
import { refuseCardNumber } from './refuse-card-number.ts';

/** Changes a customer; placed orders keep their own copy. @throws AppError `not-found`. */
export const updateCustomer: CommandHandler<'customers.update'> = (ctx, input) => {
  refuseCardNumber(input);
  const { customerId, name, phone, email, address, note } = input;
  const { changes } = ctx.db.run(
    query
      .updateTable('customers')
      .set({ name, phone, email, address, note })
      .where('id', '=', customerId)
      .where('archivedAt', 'is', null),
  );
  if (changes === 0) throw new AppError('not-found', { what: 'customer' });
  indexCustomer(ctx.db, customerId);
  ctx.note(`customer ${customerId}`, {});
  return {};
};
