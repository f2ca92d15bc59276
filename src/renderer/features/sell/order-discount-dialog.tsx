import { subtractMoney } from '../../../shared/domain/money.ts';
import { useText } from '../../ui/app-context.tsx';
import { DiscountDialog } from './discount-dialog.tsx';
import { useSell } from './sell-context.ts';
import { useLineChange } from './use-line-change.ts';

/** A discount on the whole order, after those of its lines. */
export function OrderDiscountDialog() {
  const text = useText();
  const { state, pricing } = useSell();
  const changeAndClose = useLineChange();
  return (
    <DiscountDialog
      title={text('sell.order-discount')}
      base={subtractMoney(pricing.subtotal, pricing.lineDiscount)}
      discount={state.cart.orderDiscount}
      onSave={(discount) => changeAndClose({ type: 'set-order-discount', discount })}
    />
  );
}
