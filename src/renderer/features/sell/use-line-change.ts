import type { CartAction } from '../../../shared/domain/cart-reducer.ts';
import { useSell } from './sell-context.ts';

/** Changes the cart as a dialog was asked to, and closes the dialog. */
export function useLineChange(): (action: CartAction) => void {
  const { dispatch } = useSell();
  return (action) => {
    dispatch({ type: 'cart', action });
    dispatch({ type: 'close' });
  };
}
