import type { shopCalls } from '../../../shared/contract/setup.ts';
import type { Handlers } from '../../app/context.ts';
import { listTaxClasses } from './list-tax-classes.ts';
import { listTenders } from './list-tenders.ts';
import { updateShop } from './update-shop.ts';

export const shopHandlers: Handlers<typeof shopCalls> = {
  'shop.taxClasses': listTaxClasses,
  'shop.tenders': listTenders,
  'shop.update': updateShop,
};
