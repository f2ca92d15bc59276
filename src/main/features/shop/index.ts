import type { shopCalls } from '../../../shared/contract/shop-settings.ts';
import type { taxesCalls } from '../../../shared/contract/shop-taxes.ts';
import type { tendersCalls } from '../../../shared/contract/shop-tenders.ts';
import type { Handlers } from '../../app/context.ts';
import {
  archiveTaxClass,
  createTaxClass,
  renameTaxClass,
  reorderTaxClasses,
  restoreTaxClass,
  setDefaultTaxClass,
} from './edit-tax-classes.ts';
import { removeTaxChange, setTaxRates } from './edit-tax-rates.ts';
import {
  archiveTender,
  changeTender,
  createTender,
  listAllTenders,
  reorderTenders,
  restoreTender,
} from './edit-tenders.ts';
import { listTaxClasses } from './list-tax-classes.ts';
import { listTaxes } from './list-taxes.ts';
import { listTenders } from './list-tenders.ts';
import { updateShop } from './update-shop.ts';

export const shopHandlers: Handlers<typeof shopCalls> = {
  'shop.taxClasses': listTaxClasses,
  'shop.tenders': listTenders,
  'shop.update': updateShop,
};

export const taxesHandlers: Handlers<typeof taxesCalls> = {
  'taxes.list': listTaxes,
  'taxes.create': createTaxClass,
  'taxes.rename': renameTaxClass,
  'taxes.setDefault': setDefaultTaxClass,
  'taxes.reorder': reorderTaxClasses,
  'taxes.setRates': setTaxRates,
  'taxes.removeChange': removeTaxChange,
  'taxes.archive': archiveTaxClass,
  'taxes.restore': restoreTaxClass,
};

export const tendersHandlers: Handlers<typeof tendersCalls> = {
  'tenders.list': listAllTenders,
  'tenders.create': createTender,
  'tenders.change': changeTender,
  'tenders.reorder': reorderTenders,
  'tenders.archive': archiveTender,
  'tenders.restore': restoreTender,
};
