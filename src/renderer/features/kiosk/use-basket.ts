import { useMemo } from 'react';
import type { KioskTile } from '../../../shared/contract/kiosk-views.ts';
import { type Money, zeroMoney } from '../../../shared/domain/money.ts';
import { priceOrder } from '../../../shared/domain/pricing.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useKiosk } from './kiosk-context.tsx';

export type PricedBasketLine = { readonly tile: KioskTile; readonly pieces: number; readonly total: Money };
export type Basket = {
  readonly lines: readonly PricedBasketLine[];
  readonly total: Money;
  readonly count: number;
  /** Something in it can no longer be had, or not as many. */
  readonly isChanged: boolean;
  readonly isPending: boolean;
};

const whole = 1000;

/** The basket as it would be ordered now: prices and stock of this moment, the sum as main would make it. */
export function useBasket(): Basket {
  const { basket, state } = useKiosk();
  const productIds = basket.map(({ productId }) => productId).toSorted((a, b) => a - b);
  const tiles = useApiQuery('kiosk.tiles', { productIds }, { keepPrevious: true });
  return useMemo(() => {
    const known = new Map(tiles.data?.map((tile) => [tile.id, tile]));
    const found = basket.flatMap(({ productId, pieces }) => {
      const tile = known.get(productId);
      return tile ? [{ tile, pieces }] : [];
    });
    const { pricesIncludeTax, taxRounding } = state.shop;
    const priced = priceOrder({
      lines: found.map(({ tile, pieces }) => ({
        unitPrice: tile.price,
        quantity: quantity(pieces * whole),
        discount: null,
        taxes: tile.taxes,
      })),
      orderDiscount: null,
      pricesIncludeTax,
      taxRounding,
    });
    return {
      lines: found.map((line, index) => ({ ...line, total: priced.lines[index]?.gross ?? zeroMoney })),
      total: priced.total,
      count: basket.reduce((sum, { pieces }) => sum + pieces, 0),
      isChanged: !tiles.isPlaceholderData && tiles.data !== undefined && isShort(found, basket.length),
      isPending: tiles.isPending || tiles.isPlaceholderData,
    };
  }, [basket, state.shop, tiles.data, tiles.isPending, tiles.isPlaceholderData]);
}

function isShort(found: readonly Omit<PricedBasketLine, 'total'>[], wanted: number): boolean {
  return found.length < wanted || found.some(({ tile, pieces }) => pieces > tile.most);
}
