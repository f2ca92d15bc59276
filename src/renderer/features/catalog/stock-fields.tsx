import { isMeasured } from '../../../shared/domain/unit.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { QuantityField } from '../../ui/quantity-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './product-form.module.css';
import type { ProductFormState } from './use-product-form.ts';

type StockFieldsProps = { readonly form: ProductFormState; readonly isParent: boolean };

const policies = ['follow', 'block', 'warn', 'allow'] as const;

/** Rules of the stock, and what is there. Of a product that is sold the stock itself is changed by movements only. */
export function StockFields({ form, isParent }: StockFieldsProps) {
  const { text } = useApp();
  const { draft, saved, set, errorOf } = form;
  const isDecimal = isMeasured(draft.unit);
  const unit = isDecimal ? text(`catalog.sign-${draft.unit}`) : undefined;
  return (
    <Card title={text('product-form.stock')}>
      <div className={styles.fields}>
        {saved === null && (
          <Switch
            on={draft.tracked}
            onChange={(tracked) => set({ tracked })}
            description={text('product-form.tracked-help')}
          >
            {text('product-form.tracked')}
          </Switch>
        )}
        {saved === null && draft.tracked && !isParent && (
          <QuantityField
            label={text('product-form.opening')}
            description={text('product-form.opening-help')}
            value={draft.openingStock}
            onChange={(openingStock) => set({ openingStock })}
            decimal={isDecimal}
            unit={unit}
            error={errorOf('openingStock')}
          />
        )}
        {saved !== null && !isParent && <OnHand form={form} />}
        {!isParent && draft.tracked && (
          <QuantityField
            label={text('product-form.reorder-level')}
            description={text('product-form.reorder-help')}
            value={draft.reorderLevel}
            onChange={(reorderLevel) => set({ reorderLevel })}
            decimal={isDecimal}
            unit={unit}
            error={errorOf('reorderLevel')}
          />
        )}
        <Select
          label={text('product-form.oversell')}
          choices={policies.map((key) => ({
            key,
            label: text(key === 'follow' ? 'product-form.oversell-follow' : `catalog.oversell-${key}`),
          }))}
          value={draft.oversell ?? 'follow'}
          onChange={(key) => set({ oversell: key === 'follow' ? null : key })}
        />
      </div>
    </Card>
  );
}

function OnHand({ form: { saved } }: { readonly form: ProductFormState }) {
  const { text, format } = useApp();
  if (saved === null) return null;
  return (
    <div className={styles.figures}>
      <span className={styles.help}>{text('product-form.on-hand')}</span>
      <bdi className={styles.figure}>
        {saved.tracked ? format.quantity(saved.onHand, saved.unit) : text('catalog.not-counted')}
      </bdi>
      <Link to={`/stock/products/${saved.id}`}>{text('product-form.change-stock')}</Link>
    </div>
  );
}
