import { pricingOf } from '../../../shared/domain/cart.ts';
import type { Discount } from '../../../shared/domain/discount.ts';
import { subtractMoney } from '../../../shared/domain/money.ts';
import { useText } from '../../ui/app-context.tsx';
import { anyDiscountIsAbove } from './cart-notes.ts';
import { DiscountDialog } from './discount-dialog.tsx';
import { useSell } from './sell-context.ts';
import { useLineChange } from './use-line-change.ts';

/** A discount on the whole order, after those of its lines. */
export function OrderDiscountDialog() {
  const text = useText();
  const { state, pricing, shop, limits } = useSell();
  const changeAndClose = useLineChange();
  const isAbove = (orderDiscount: Discount | null) =>
    anyDiscountIsAbove(pricingOf({ ...state.cart, orderDiscount }, shop), limits);
  return (
    <DiscountDialog
      title={text('sell.order-discount')}
      base={subtractMoney(pricing.subtotal, pricing.lineDiscount)}
      discount={state.cart.orderDiscount}
      isAbove={isAbove}
      onSave={(discount) => changeAndClose({ type: 'set-order-discount', discount })}
    />
  );
}
