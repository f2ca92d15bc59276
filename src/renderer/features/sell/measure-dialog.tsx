import { useState } from 'react';
import type { ProductTile } from '../../../shared/contract/catalog.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import { productName } from '../../bridge/cart-line-of.ts';
import { useText } from '../../ui/app-context.tsx';
import { mostQuantity, QuantityForm } from './quantity-form.tsx';
import { useSell } from './sell-context.ts';
import { SellDialogFrame } from './sell-dialog.tsx';

/** How much of a product that is sold by weight or length. */
export function MeasureDialog({ tile }: { readonly tile: ProductTile }) {
  const text = useText();
  const { addQuantity, dispatch } = useSell();
  const [value, setValue] = useState<Quantity | null>(null);
  const [isAsked, setAsked] = useState(false);
  const isMissing = value === null || value <= 0;
  const commit = () => {
    setAsked(true);
    if (value === null || value <= 0 || value > mostQuantity) return;
    addQuantity(tile, value);
    dispatch({ type: 'close' });
  };
  return (
    <SellDialogFrame
      title={text('sell.measure', { name: productName(tile) })}
      action={text('sell.add-to-cart')}
      onAction={commit}
    >
      <QuantityForm
        unit={tile.unit}
        unitPrice={tile.price}
        value={value}
        error={isAsked && isMissing ? text('sell.quantity-missing') : undefined}
        onChange={(next) => {
          setAsked(false);
          setValue(next);
        }}
        onCommit={commit}
      />
    </SellDialogFrame>
  );
}
