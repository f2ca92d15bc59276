import { mostMoney } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Link } from '../../ui/link.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { QuantityField } from '../../ui/quantity-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { variantField } from './product-problems.ts';
import type { ProductFormState } from './use-product-form.ts';
import type { VariantDraft } from './variant-draft.ts';
import styles from './variant-table.module.css';

type VariantCellsProps = {
  readonly form: ProductFormState;
  readonly variant: VariantDraft;
  readonly seesCost: boolean;
};

/** The fields of one variant's row. */
export function VariantCells({ form, variant, seesCost }: VariantCellsProps) {
  const { text } = useApp();
  const { key, label } = variant;
  const change = (changed: Partial<VariantDraft>) => form.dispatch({ type: 'variant', key, change: changed });
  return (
    <>
      <td>
        <TextField
          label={text('product-form.variant-sku', { variant: label })}
          hideLabel
          value={variant.sku}
          onChange={(sku) => change({ sku })}
          error={form.errorOf(variantField(key, 'sku'))}
          maxLength={120}
        />
      </td>
      <td>
        <TextField
          label={text('product-form.variant-barcodes', { variant: label })}
          hideLabel
          value={variant.barcodes}
          onChange={(barcodes) => change({ barcodes })}
          error={form.errorOf(variantField(key, 'barcodes'))}
          maxLength={3000}
        />
      </td>
      <td>
        <MoneyField
          label={text('product-form.variant-price', { variant: label })}
          hideLabel
          value={variant.price}
          most={mostMoney}
          onChange={(price) => change({ price })}
          error={form.errorOf(variantField(key, 'price'))}
        />
      </td>
      {seesCost && (
        <td>
          <MoneyField
            label={text('product-form.variant-cost', { variant: label })}
            hideLabel
            value={variant.cost}
            most={mostMoney}
            onChange={(cost) => change({ cost })}
          />
        </td>
      )}
      <td className={styles.stock}>
        <StockCell form={form} variant={variant} onChange={change} />
      </td>
    </>
  );
}

type StockCellProps = {
  readonly form: ProductFormState;
  readonly variant: VariantDraft;
  readonly onChange: (change: Partial<VariantDraft>) => void;
};

function StockCell({ form, variant, onChange }: StockCellProps) {
  const { text, format } = useApp();
  const { draft, saved } = form;
  const { id, key, label, stock } = variant;
  if (id !== null) {
    return (
      <Link to={`/stock/products/${id}`}>
        <bdi>{format.quantity(stock ?? quantity(0), draft.unit)}</bdi>
      </Link>
    );
  }
  if (!(saved === null ? draft.tracked : saved.tracked)) return text('catalog.not-counted');
  return (
    <QuantityField
      label={text('product-form.variant-stock', { variant: label })}
      hideLabel
      value={stock}
      onChange={(next) => onChange({ stock: next })}
      decimal={isMeasured(draft.unit)}
      error={form.errorOf(variantField(key, 'stock'))}
    />
  );
}
