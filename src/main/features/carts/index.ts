import type { cartsCalls } from '../../../shared/contract/carts.ts';
import type { Handlers } from '../../app/context.ts';
import { discardCart } from './discard-cart.ts';
import { getOpenCart } from './get-open-cart.ts';
import { holdCart } from './hold-cart.ts';
import { listHeldCarts } from './list-held-carts.ts';
import { resumeCart } from './resume-cart.ts';
import { saveCart } from './save-cart.ts';

/** Handlers of the carts' calls in `shared/contract/orders.ts`. */
export const cartsHandlers: Handlers<typeof cartsCalls> = {
  'carts.open': getOpenCart,
  'carts.save': saveCart,
  'carts.hold': holdCart,
  'carts.listHeld': listHeldCarts,
  'carts.resume': resumeCart,
  'carts.discard': discardCart,
};
