import type { ShopView } from '../../../shared/contract/setup.ts';
import type { Shop } from '../../app/context.ts';

/** The shop's settings as the window may see them. */
export function shopView(shop: Shop): ShopView {
  const { id: _id, recoveryCodeHash: _hash, openedAt: _openedAt, ...view } = shop;
  return {
    ...view,
    pricesIncludeTax: shop.pricesIncludeTax === 1,
    isSample: shop.isSample === 1,
    timerEnabled: shop.timerEnabled === 1,
  };
}
