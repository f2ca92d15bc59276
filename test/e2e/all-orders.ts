import type { Page } from 'playwright';
import type { Input, Output } from '../../src/shared/contract/index.ts';
import { ask } from './ask.ts';

/** Asks for the newest hundred orders, whatever they are. */
export const everyOrder: Input<'orders.list'> = {
  text: '',
  status: 'all',
  kind: 'all',
  fromDate: null,
  toDate: null,
  customerId: null,
  cursor: null,
  limit: 100,
};

/** The orders that main has, newest first. */
export async function allOrders(page: Page): Promise<Output<'orders.list'>['items']> {
  return (await ask(page, 'orders.list', everyOrder)).items;
}
