import { type CartLine, pricingOf } from '../../../shared/domain/cart.ts';
import type { Discount } from '../../../shared/domain/discount.ts';
import { multiplyMoney } from '../../../shared/domain/money.ts';
import { useText } from '../../ui/app-context.tsx';
import { lineIsAbove } from './cart-notes.ts';
import { DiscountDialog } from './discount-dialog.tsx';
import { useSell } from './sell-context.ts';
import { useLineChange } from './use-line-change.ts';

/** A discount on one line, on all of its quantity together. */
export function LineDiscountDialog({ line }: { readonly line: CartLine }) {
  const text = useText();
  const { state, shop, limits } = useSell();
  const changeAndClose = useLineChange();
  const isAbove = (discount: Discount | null) => {
    const lines = state.cart.lines.map((one) => (one.id === line.id ? { ...one, discount } : one));
    return lineIsAbove(
      pricingOf({ ...state.cart, lines }, shop),
      lines.findIndex((one) => one.id === line.id),
      limits,
    );
  };
  return (
    <DiscountDialog
      title={text('sell.discount-on', { name: line.name })}
      base={multiplyMoney(line.unitPrice, line.quantity)}
      discount={line.discount}
      isAbove={isAbove}
      onSave={(discount) => changeAndClose({ type: 'set-line-discount', lineId: line.id, discount })}
    />
  );
}
