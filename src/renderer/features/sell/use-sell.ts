import { type Dispatch, useCallback, useMemo, useReducer } from 'react';
import type { ProductTile } from '../../../shared/contract/catalog.ts';
import type { ShopView } from '../../../shared/contract/setup.ts';
import { pricingOf } from '../../../shared/domain/cart.ts';
import type { PricedOrder } from '../../../shared/domain/pricing.ts';
import { pieces, type Quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { cartLineOf } from '../../bridge/cart-line-of.ts';
import { createRequestId } from '../../bridge/request-id.ts';
import { type Session, useSession, useShop } from '../../bridge/use-session.ts';
import {
  type CartBlocker,
  cartBlocker,
  cartNotes,
  type KnownProducts,
  type LineNote,
  type SellerLimits,
  sellerLimits,
} from './cart-notes.ts';
import { emptySell, type SellAction, type SellState, sellReducer } from './sell-reducer.ts';
import { useCartJournal } from './use-cart-journal.ts';
import { type OfferUndo, useUndoNotice } from './use-undo-notice.ts';

/** The till: its cart, what it comes to, what stands against it, and what can be done to it. */
export type Sell = {
  readonly state: SellState;
  readonly dispatch: Dispatch<SellAction>;
  readonly shop: ShopView;
  readonly session: Session | null;
  readonly limits: SellerLimits;
  readonly pricing: PricedOrder;
  readonly known: KnownProducts;
  readonly notes: ReadonlyMap<string, readonly LineNote[]>;
  readonly blocker: CartBlocker | null;
  readonly offerUndo: OfferUndo;
  /** Puts a product into the cart, or asks which variant or how much of it first. */
  readonly add: (tile: ProductTile) => void;
  readonly addQuantity: (tile: ProductTile, quantity: Quantity) => void;
};

/** The state of the sell screen, with everything that follows from it. */
export function useSellState(): Sell {
  const [state, dispatch] = useReducer(sellReducer, null, () => emptySell(createRequestId()));
  const session = useSession();
  const shop = useShop();
  const { cart } = state;
  useCartJournal(state, dispatch);
  const known = useKnownProducts(cart.lines);
  const limits = useMemo(() => sellerLimits(session), [session]);
  const pricing = useMemo(() => pricingOf(cart, shop), [cart, shop]);
  const notes = useMemo(() => cartNotes(cart, pricing, known, limits), [cart, pricing, known, limits]);
  const blocker = useMemo(() => cartBlocker(cart, notes), [cart, notes]);

  const addQuantity = useCallback((tile: ProductTile, quantity: Quantity) => {
    const line = cartLineOf(tile, createRequestId(), quantity);
    dispatch({ type: 'cart', action: { type: 'add', line } });
  }, []);
  const add = useCallback(
    (tile: ProductTile) => {
      if (tile.kind === 'parent') dispatch({ type: 'open', dialog: { kind: 'variants', parent: tile } });
      else if (isMeasured(tile.unit)) dispatch({ type: 'open', dialog: { kind: 'measure', tile } });
      else addQuantity(tile, pieces(1));
    },
    [addQuantity],
  );
  const offerUndo = useUndoNotice(state, dispatch);
  const cartFacts = { limits, pricing, known, notes, blocker };
  return { state, dispatch, shop, session, ...cartFacts, offerUndo, add, addQuantity };
}

/** The products of the cart as main has them now: asked again whenever a price or the stock changes. */
function useKnownProducts(lines: SellState['cart']['lines']): KnownProducts {
  const written = useMemo(() => {
    const ids = new Set(lines.flatMap(({ productId }) => productId ?? []));
    return [...ids].sort((a, b) => a - b).join(' ');
  }, [lines]);
  // By what they are, not by the array they stand in: a new quantity asks nothing.
  const productIds = useMemo(() => (written === '' ? [] : written.split(' ').map(Number)), [written]);
  const enabled = productIds.length > 0;
  const answer = useApiQuery('catalog.tiles', { productIds }, { enabled, keepPrevious: true });
  const { data, isPlaceholderData } = answer;
  return useMemo(
    () => ({
      tiles: new Map((enabled ? data : undefined)?.map((tile) => [tile.id, tile])),
      isWhole: data !== undefined && !isPlaceholderData,
    }),
    [data, isPlaceholderData, enabled],
  );
}
