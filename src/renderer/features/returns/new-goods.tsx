import { X } from 'lucide-react';
import type { CartLine } from '../../../shared/domain/cart.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { QuantityField } from '../../ui/quantity-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './new-goods.module.css';
import { ProductPicker } from './product-picker.tsx';
import { useReturn } from './return-context.ts';
import { addFresh } from './use-return-scans.ts';

type NewGoodsProps = { readonly autoFocus: boolean; readonly onClose: () => void };

/** What goes out for what comes back, on the same ticket. */
export function NewGoods({ autoFocus, onClose }: NewGoodsProps) {
  const text = useText();
  const { draft, figures, dispatch, settle } = useReturn();
  return (
    <section className={styles.goods} aria-label={text('returns.new-goods')}>
      <header className={styles.header}>
        <h2 className={styles.title}>{text('returns.new-goods')}</h2>
        <IconButton size="small" label={text('returns.close-new-goods')} icon={<X />} onPress={onClose} />
      </header>
      <ProductPicker
        label={text('returns.find-product')}
        autoFocus={autoFocus}
        onPick={(tile) => addFresh(dispatch, tile)}
        onNothing={settle}
      />
      <ul className={styles.lines} aria-label={text('returns.new-goods')}>
        {draft.fresh.lines.map((line, index) => (
          <NewLine key={line.id} line={line} total={figures.newGoods.lines[index]?.total ?? line.unitPrice} />
        ))}
      </ul>
      <div className={styles.scans}>
        <span aria-hidden="true">{text('returns.scans-go')}</span>
        <Segmented
          label={text('returns.scans-go')}
          choices={[
            { key: 'back', label: text('returns.scan-back') },
            { key: 'new', label: text('returns.scan-new') },
          ]}
          value={draft.scanInto}
          onChange={(into) => dispatch({ type: 'scan-into', into })}
        />
      </div>
    </section>
  );
}

function NewLine({ line, total }: { readonly line: CartLine; readonly total: Money }) {
  const text = useText();
  const format = useFormat();
  const { draft, dispatch, settle } = useReturn();
  const typed = draft.unfit[line.id];
  const measured = isMeasured(line.unit);
  const price = format.amount(line.unitPrice);
  return (
    <li className={styles.line}>
      <span className={styles.name} title={line.name}>
        <bdi>{line.name}</bdi>
      </span>
      <span className={styles.amount}>
        <MoneyText amount={total} currencySign={false} />
      </span>
      <span className={styles.quantity}>
        <QuantityField
          label={text('returns.quantity-new', { name: line.name })}
          hideLabel
          decimal={measured}
          unit={measured ? text(`returns.unit-${line.unit}`) : undefined}
          least={measured ? undefined : pieces(1)}
          value={typed === undefined ? line.quantity : typed}
          onCommit={settle}
          onChange={(quantity) => dispatch({ type: 'type-fresh', lineId: line.id, quantity })}
        />
        <bdi className={styles.price}>
          {measured ? text('returns.per-unit', { price, unit: text(`returns.unit-${line.unit}`) }) : price}
        </bdi>
      </span>
      <IconButton
        size="small"
        label={text('returns.remove-new', { name: line.name })}
        icon={<X />}
        onPress={() => dispatch({ type: 'fresh', action: { type: 'remove', lineId: line.id } })}
      />
    </li>
  );
}
