import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { type Cart, emptyCart } from '../../../shared/domain/cart.ts';
import { type CartAction, cartReducer } from '../../../shared/domain/cart-reducer.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { isBare, type KeptCart } from './cart-journal.ts';
import { putBack } from './put-back.ts';

/** An order that was just placed, with what the cashier has to hand back. */
export type Sale = {
  readonly orderId: number;
  readonly total: Money;
  readonly paid: Money;
  readonly change: Money;
};

/** Dialogs that are about the cart as a whole. */
export type PlainDialog = {
  readonly kind:
    | 'order-discount'
    | 'order-note'
    | 'customer'
    | 'custom-item'
    | 'hold'
    | 'held'
    | 'recent'
    | 'help';
};

/** The one thing that stands over the till. */
export type SellDialog =
  | { readonly kind: 'variants'; readonly parent: ProductTile }
  | { readonly kind: 'measure'; readonly tile: ProductTile }
  | {
      readonly kind: 'line-quantity' | 'line-discount' | 'line-price' | 'line-note';
      readonly lineId: string;
    }
  | { readonly kind: 'delivery'; readonly thenPay: boolean }
  | { readonly kind: 'pay' }
  | { readonly kind: 'receipt'; readonly orderId: number; readonly sale: Sale | null }
  | PlainDialog;

export type SellState = KeptCart & {
  /** False until the journal has answered. */
  readonly isRestored: boolean;
  readonly dialog: SellDialog | null;
};

export type SellAction =
  | { readonly type: 'cart'; readonly action: CartAction }
  /** Undoes a removal: these lines of the cart before it, unless the till has another cart by now. */
  | {
      readonly type: 'put-back';
      readonly cartId: string;
      readonly before: Cart;
      readonly lineIds: readonly string[];
    }
  /** What the journal held; null for nothing. */
  | { readonly type: 'restore'; readonly kept: KeptCart | null }
  /** The cart is elsewhere now (on hold, taken back): this one takes its place. */
  | { readonly type: 'replace'; readonly kept: KeptCart }
  | { readonly type: 'open'; readonly dialog: SellDialog }
  | { readonly type: 'close' }
  /** The cart became an order; `cartId` names the next one. */
  | { readonly type: 'sold'; readonly sale: Sale; readonly cartId: string };

export function emptySell(cartId: string): SellState {
  return { cartId, cart: emptyCart, isRestored: false, dialog: null };
}

/** The till's whole state that is not main's: the cart and what is open over it. */
export function sellReducer(state: SellState, action: SellAction): SellState {
  switch (action.type) {
    case 'cart': {
      const cart = cartReducer(state.cart, action.action);
      return cart === state.cart ? state : { ...state, cart };
    }
    case 'put-back': {
      if (state.cartId !== action.cartId) return state;
      const cart = putBack(state.cart, action.before, action.lineIds);
      return { ...state, cart: cartReducer(state.cart, { type: 'load', cart }) };
    }
    case 'restore':
      return restore(state, action.kept);
    case 'replace':
      return { ...state, ...action.kept, dialog: null };
    case 'open':
      return { ...state, dialog: action.dialog };
    case 'close':
      return { ...state, dialog: null };
    case 'sold':
      return {
        ...state,
        cartId: action.cartId,
        cart: emptyCart,
        dialog: { kind: 'receipt', orderId: action.sale.orderId, sale: action.sale },
      };
  }
}

/** Whoever was quicker than the journal loses nothing either: their lines follow the restored ones. */
function restore(state: SellState, kept: KeptCart | null): SellState {
  if (kept === null) return { ...state, isRestored: true };
  const added: Cart = state.cart;
  const cart = isBare(added)
    ? kept.cart
    : added.lines.reduce((so, line) => cartReducer(so, { type: 'add', line }), kept.cart);
  return { ...state, cartId: kept.cartId, cart, isRestored: true };
}
