import type { ShopView } from '../../../shared/contract/setup.ts';
import type { Shop } from '../../app/context.ts';

/** The shop's settings as the window may see them. */
export function shopView(shop: Shop): ShopView {
  const {
    id: _id,
    recoveryCodeHash: _hash,
    openedAt: _openedAt,
    invoicePrefix: _prefix,
    invoiceDigits: _digits,
    invoiceYearly: _yearly,
    yearStartMonth: _month,
    invoiceFirst: _first,
    invoiceFirstCounter: _counter,
    ...view
  } = shop;
  return {
    ...view,
    pricesIncludeTax: shop.pricesIncludeTax === 1,
    isSample: shop.isSample === 1,
    timerEnabled: shop.timerEnabled === 1,
    receiptShowsLogo: shop.receiptShowsLogo === 1,
    receiptShowsTaxes: shop.receiptShowsTaxes === 1,
    receiptShowsSaved: shop.receiptShowsSaved === 1,
    receiptShowsCode: shop.receiptShowsCode === 1,
    receiptShowsCustomer: shop.receiptShowsCustomer === 1,
    receiptShowsCashier: shop.receiptShowsCashier === 1,
  };
}
