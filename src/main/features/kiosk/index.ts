import type { kioskCalls } from '../../../shared/contract/kiosk.ts';
import type { Handlers } from '../../app/context.ts';
import { cancelOwnOrder, getOwnOrder, listOwnOrders } from './kiosk-orders.ts';
import { kioskLook, kioskState } from './kiosk-state.ts';
import { listKioskCategories } from './list-kiosk-categories.ts';
import { getKioskProduct, listKioskProducts, listKioskTiles } from './list-kiosk-products.ts';
import { placeKioskOrder } from './place-kiosk-order.ts';
import { getProfile, updateProfile } from './profile.ts';
import {
  changePassword,
  registerCustomer,
  signInCustomer,
  signOutCustomer,
  touchKiosk,
} from './sign-in-customer.ts';
import { enterKiosk, leaveKiosk } from './turn-over.ts';

export const kioskHandlers: Handlers<typeof kioskCalls> = {
  'kiosk.state': kioskState,
  'kiosk.look': kioskLook,
  'kiosk.enter': enterKiosk,
  'kiosk.leave': leaveKiosk,
  'kiosk.register': registerCustomer,
  'kiosk.signIn': signInCustomer,
  'kiosk.signOut': signOutCustomer,
  'kiosk.touch': touchKiosk,
  'kiosk.categories': listKioskCategories,
  'kiosk.products': listKioskProducts,
  'kiosk.product': getKioskProduct,
  'kiosk.tiles': listKioskTiles,
  'kiosk.place': placeKioskOrder,
  'kiosk.orders': listOwnOrders,
  'kiosk.order': getOwnOrder,
  'kiosk.cancel': cancelOwnOrder,
  'kiosk.profile': getProfile,
  'kiosk.updateProfile': updateProfile,
  'kiosk.changePassword': changePassword,
};
