import { useState } from 'react';
import type { CartLine } from '../../../shared/domain/cart.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useText } from '../../ui/app-context.tsx';
import { mostQuantity, QuantityForm } from './quantity-form.tsx';
import { SellDialogFrame } from './sell-dialog.tsx';
import { useLineChange } from './use-line-change.ts';

/** Types a line's quantity; nothing left of it removes the line. */
export function LineQuantityDialog({ line }: { readonly line: CartLine }) {
  const text = useText();
  const changeAndClose = useLineChange();
  const [value, setValue] = useState<Quantity | null>(line.quantity);
  const [isAsked, setAsked] = useState(false);
  const commit = () => {
    setAsked(true);
    const isPart = value !== null && !isMeasured(line.unit) && value % 1000 !== 0;
    if (value === null || value < 0 || value > mostQuantity || isPart) return;
    changeAndClose({ type: 'set-quantity', lineId: line.id, quantity: value });
  };
  return (
    <SellDialogFrame
      title={text('sell.quantity-of', { name: line.name })}
      action={text('sell.set-quantity')}
      onAction={commit}
    >
      <QuantityForm
        unit={line.unit}
        unitPrice={line.unitPrice}
        value={value}
        error={isAsked && value === null ? text('sell.quantity-missing') : undefined}
        onChange={(next) => {
          setAsked(false);
          setValue(next);
        }}
        onCommit={commit}
      />
    </SellDialogFrame>
  );
}
