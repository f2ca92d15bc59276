import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { indexCustomer } from './index-customer.ts';
import { refuseCardNumber } from './refuse-card-number.ts';

/** Adds a customer. Two may share a name or a telephone number: families do. */
export const createCustomer: CommandHandler<'customers.create'> = (ctx, input) => {
  refuseCardNumber(input);
  const { name, phone, email, address, note } = input;
  const customerId = ctx.db.run(
    query
      .insertInto('customers')
      .values({ name, phone, email, address, note, createdAt: ctx.now, archivedAt: null }),
  ).lastId;
  indexCustomer(ctx.db, customerId);
  ctx.note(`customer ${customerId}`, {});
  return { customerId };
};
