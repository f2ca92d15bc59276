import { useState } from 'react';
import type { CartLine } from '../../../shared/domain/cart.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { withListPrice } from './fresh-cart.ts';
import { lineRights } from './line-rights.ts';
import { useSell } from './sell-context.ts';
import { SellDialogFrame } from './sell-dialog.tsx';
import { useLineChange } from './use-line-change.ts';

/** A price beyond this is a barcode in the wrong field. */
export const mostPrice = money(99_999_999_999);

/** Sets a line's price, or takes the catalogue's again. */
export function LinePriceDialog({ line }: { readonly line: CartLine }) {
  const text = useText();
  const format = useFormat();
  const { known, state, session } = useSell();
  const changeAndClose = useLineChange();
  const [price, setPrice] = useState<Money | null>(line.unitPrice);
  const [isAsked, setAsked] = useState(false);
  const tile = line.productId === null ? undefined : known.tiles.get(line.productId);
  const hints = [
    ...(tile ? [text('sell.list-price', { price: format.money(tile.price) })] : []),
    ...(lineRights(session, line).price ? [] : [text('sell.no-price-right')]),
  ];
  const commit = () => {
    setAsked(true);
    if (price === null || price < 0 || price > mostPrice) return;
    changeAndClose({ type: 'set-unit-price', lineId: line.id, unitPrice: price });
  };
  const more = tile && line.priceOverridden && (
    <Button
      variant="quiet"
      onPress={() => changeAndClose({ type: 'load', cart: withListPrice(state.cart, line.id, tile) })}
    >
      {text('sell.back-to-list-price', { price: format.money(tile.price) })}
    </Button>
  );
  return (
    <SellDialogFrame
      title={text('sell.price-of', { name: line.name })}
      action={text('sell.set-price')}
      onAction={commit}
      more={more}
    >
      <MoneyField
        label={text('sell.new-price')}
        size="touch"
        autoFocus
        value={price}
        most={mostPrice}
        onChange={(next) => {
          setAsked(false);
          setPrice(next);
        }}
        onCommit={commit}
        error={isAsked && price === null ? text('sell.price-missing') : undefined}
        description={hints.length > 0 ? hints.join(' ') : undefined}
      />
    </SellDialogFrame>
  );
}
