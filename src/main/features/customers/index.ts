import type { customersCalls } from '../../../shared/contract/customers.ts';
import type { Handlers } from '../../app/context.ts';
import { createCustomer } from './create-customer.ts';
import { getCustomer } from './get-customer.ts';
import { searchCustomers } from './search-customers.ts';
import { updateCustomer } from './update-customer.ts';

/** Handlers of the calls in `shared/contract/customers.ts`. */
export const customersHandlers: Handlers<typeof customersCalls> = {
  'customers.search': searchCustomers,
  'customers.get': getCustomer,
  'customers.create': createCustomer,
  'customers.update': updateCustomer,
};
