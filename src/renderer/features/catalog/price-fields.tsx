import { mostMoney } from '../../../shared/domain/money.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import styles from './product-form.module.css';
import type { ProductFormState } from './use-product-form.ts';

type PriceFieldsProps = { readonly form: ProductFormState; readonly isParent: boolean };

/** Price, price before, cost. Of a parent only the price that its new variants begin with. */
export function PriceFields({ form, isParent }: PriceFieldsProps) {
  const text = useText();
  const seesCost = useMay('see-profit');
  const { draft, set, errorOf } = form;
  const label = isParent
    ? text('product-form.price-of-variants')
    : isMeasured(draft.unit)
      ? text('product-form.price-by', { unit: text(`catalog.unit-${draft.unit}`) })
      : text('product-form.price');
  return (
    <Card title={text('product-form.prices')}>
      <div className={styles.pair}>
        <MoneyField
          label={label}
          value={draft.price}
          most={mostMoney}
          onChange={(price) => set({ price })}
          error={errorOf('price')}
          optional={isParent}
        />
        {!isParent && (
          <MoneyField
            label={text('product-form.compare-at')}
            description={text('product-form.compare-at-help')}
            value={draft.compareAtPrice}
            most={mostMoney}
            onChange={(compareAtPrice) => set({ compareAtPrice })}
            error={errorOf('compareAtPrice')}
            optional
          />
        )}
        {!isParent && seesCost && (
          <MoneyField
            label={text('product-form.cost')}
            description={text('product-form.cost-help')}
            value={draft.cost}
            most={mostMoney}
            onChange={(cost) => set({ cost })}
            error={errorOf('cost')}
            optional
          />
        )}
      </div>
    </Card>
  );
}
