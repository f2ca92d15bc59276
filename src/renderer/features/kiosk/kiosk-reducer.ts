/** What stands in a customer's basket. */
export type BasketLine = { readonly productId: number; readonly pieces: number };

export type Placed = {
  readonly orderId: number;
  readonly total: number;
  readonly deliveryDate: number;
  readonly kind: 'delivery' | 'pickup';
  readonly address: string;
  readonly tenderId: number;
};

/** How a customer wants the order; what nobody has changed yet stands as it is known of the customer. */
export type Choices = {
  readonly kind: Placed['kind'];
  readonly phone: string;
  readonly address: string;
  readonly tenderId: number;
};

/** What the page shows; signing in leads on to where one was going. */
export type View =
  | { readonly name: 'choose' }
  | { readonly name: 'check' }
  | { readonly name: 'done'; readonly placed: Placed }
  | { readonly name: 'sign-in'; readonly next: 'choose' | 'check' | 'orders' }
  | { readonly name: 'register'; readonly next: 'choose' | 'check' | 'orders' }
  | { readonly name: 'orders' }
  | { readonly name: 'order'; readonly orderId: number }
  | { readonly name: 'account' };

export type Kiosk = {
  readonly view: View;
  readonly basket: readonly BasketLine[];
  readonly choices: Partial<Choices>;
};

export type KioskAction =
  | { readonly kind: 'show'; readonly view: View }
  /** So many of a product from now on; none takes it out. */
  | { readonly kind: 'set'; readonly productId: number; readonly pieces: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'choose'; readonly choices: Partial<Choices> }
  | { readonly kind: 'placed'; readonly placed: Placed };

export const freshKiosk: Kiosk = { view: { name: 'choose' }, basket: [], choices: {} };

/** The page as data: what is shown, in the basket, and chosen. All of it is gone when the page begins anew. */
export function kioskReducer(state: Kiosk, action: KioskAction): Kiosk {
  switch (action.kind) {
    case 'show':
      return { ...state, view: action.view };
    case 'set':
      return { ...state, basket: withPieces(state.basket, action) };
    case 'empty':
      return { ...state, basket: [] };
    case 'choose':
      return { ...state, choices: { ...state.choices, ...action.choices } };
    case 'placed':
      return { ...freshKiosk, view: { name: 'done', placed: action.placed } };
  }
}

function withPieces(basket: readonly BasketLine[], { productId, pieces }: BasketLine): readonly BasketLine[] {
  if (pieces <= 0) return basket.filter((line) => line.productId !== productId);
  const isIn = basket.some((line) => line.productId === productId);
  if (!isIn) return [...basket, { productId, pieces }];
  return basket.map((line) => (line.productId === productId ? { productId, pieces } : line));
}
