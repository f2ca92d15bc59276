import { useState } from 'react';
import type { CartLine } from '../../../shared/domain/cart.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { pieces, type Quantity } from '../../../shared/domain/quantity.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { createRequestId } from '../../bridge/request-id.ts';
import { useText } from '../../ui/app-context.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { QuantityField } from '../../ui/quantity-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { taxesOfClass } from './fresh-cart.ts';
import { mostPrice } from './line-price-dialog.tsx';
import { mostQuantity } from './quantity-form.tsx';
import { SellDialogFrame } from './sell-dialog.tsx';
import styles from './sell-form.module.css';
import { useLineChange } from './use-line-change.ts';

type Draft = {
  readonly name: string;
  readonly price: Money | null;
  readonly quantity: Quantity | null;
  /** Null takes the shop's default. */
  readonly taxClassId: number | null;
};

const emptyDraft: Draft = { name: '', price: null, quantity: pieces(1), taxClassId: null };

/** Something that is in no catalogue, with a name and a price of its own. */
export function CustomItemDialog() {
  const text = useText();
  const changeAndClose = useLineChange();
  const classes = useApiQuery('shop.taxClasses', {}).data ?? [];
  const [draft, setDraft] = useState(emptyDraft);
  const [isAsked, setAsked] = useState(false);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const commit = () => {
    setAsked(true);
    const line = lineOf(draft);
    if (line)
      changeAndClose({ type: 'add', line: { ...line, taxes: taxesOfClass(classes, draft.taxClassId) } });
  };
  const wrong = (isWrong: boolean, key: 'name' | 'price' | 'quantity') =>
    isAsked && isWrong ? text(`sell.${key}-missing`) : undefined;
  const usual = classes.find((one) => one.isDefault)?.id ?? null;
  return (
    <SellDialogFrame title={text('sell.custom-item')} action={text('sell.add-to-cart')} onAction={commit}>
      <div className={styles.form}>
        <TextField
          label={text('sell.custom-name')}
          autoFocus
          value={draft.name}
          onChange={(name) => set({ name })}
          maxLength={300}
          error={wrong(draft.name.trim() === '', 'name')}
        />
        <div className={styles.pair}>
          <MoneyField
            label={text('sell.custom-price')}
            value={draft.price}
            most={mostPrice}
            onChange={(price) => set({ price })}
            onCommit={commit}
            error={wrong(draft.price === null, 'price')}
          />
          <QuantityField
            label={text('sell.quantity')}
            value={draft.quantity}
            most={mostQuantity}
            onChange={(quantity) => set({ quantity })}
            onCommit={commit}
            error={wrong(draft.quantity === null || draft.quantity <= 0, 'quantity')}
          />
        </div>
        {classes.length > 1 && (
          <Select
            label={text('sell.custom-tax')}
            choices={classes.map((one) => ({ key: String(one.id), label: one.name }))}
            value={String(draft.taxClassId ?? usual)}
            onChange={(key) => set({ taxClassId: Number(key) })}
          />
        )}
      </div>
    </SellDialogFrame>
  );
}

/** The line that was described, without its taxes; null while something is missing. */
function lineOf({ name, price, quantity, taxClassId }: Draft): Omit<CartLine, 'taxes'> | null {
  if (name.trim() === '' || price === null || price < 0 || price > mostPrice) return null;
  if (quantity === null || quantity <= 0 || quantity > mostQuantity || quantity % 1000 !== 0) return null;
  return {
    id: createRequestId(),
    productId: null,
    name: name.trim(),
    sku: null,
    unit: 'piece',
    quantity,
    unitPrice: price,
    priceOverridden: false,
    taxClassId,
    pictureId: null,
    discount: null,
    note: '',
  };
}
