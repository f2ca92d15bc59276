import type { CartLine } from '../../../shared/domain/cart.ts';
import { multiplyMoney } from '../../../shared/domain/money.ts';
import { useText } from '../../ui/app-context.tsx';
import { DiscountDialog } from './discount-dialog.tsx';
import { useLineChange } from './use-line-change.ts';

/** A discount on one line, on all of its quantity together. */
export function LineDiscountDialog({ line }: { readonly line: CartLine }) {
  const text = useText();
  const changeAndClose = useLineChange();
  return (
    <DiscountDialog
      title={text('sell.discount-on', { name: line.name })}
      base={multiplyMoney(line.unitPrice, line.quantity)}
      discount={line.discount}
      onSave={(discount) => changeAndClose({ type: 'set-line-discount', lineId: line.id, discount })}
    />
  );
}
