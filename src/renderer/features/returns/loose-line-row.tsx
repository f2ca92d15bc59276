import { X } from 'lucide-react';
import { dispositions, returnReasons } from '../../../shared/domain/return-line.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useApp } from '../../ui/app-context.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { QuantityField } from '../../ui/quantity-field.tsx';
import { Select } from '../../ui/select.tsx';
import { type LooseAction, type LooseLine, looseProblem } from './loose-goods.ts';
import styles from './loose-line-row.module.css';

type LooseLineRowProps = {
  readonly line: LooseLine;
  readonly dispatch: (action: LooseAction) => void;
  /** Enter in a field. */
  readonly onCommit: () => void;
};

/** One product that comes back without a receipt: how much, at what price, why, and where it goes. */
export function LooseLineRow({ line, dispatch, onCommit }: LooseLineRowProps) {
  const { text, format } = useApp();
  const { productId, name, unit, listPrice } = line;
  const measured = isMeasured(unit);
  const problem = looseProblem(line);
  const price = format.money(listPrice);
  const change = (changed: Extract<LooseAction, { type: 'change' }>['change']) =>
    dispatch({ type: 'change', productId, change: changed });
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <span className={styles.name} title={name}>
          <bdi>{name}</bdi>
        </span>
        <span className={styles.detail}>{text('returns.todays-price', { price })}</span>
      </span>
      <div className={styles.amounts}>
        <div className={styles.quantity}>
          <QuantityField
            label={text('returns.quantity-of', { name })}
            hideLabel
            decimal={measured}
            unit={measured ? text(`returns.unit-${unit}`) : undefined}
            value={line.quantity}
            onChange={(quantity) => change({ quantity })}
            onCommit={onCommit}
          />
        </div>
        <div className={styles.price}>
          <MoneyField
            label={text('returns.price-each', { name })}
            hideLabel
            value={line.unitPrice}
            error={problem === 'price-above' ? text('returns.price-above', { price }) : undefined}
            onChange={(unitPrice) => change({ unitPrice })}
            onCommit={onCommit}
          />
        </div>
        <IconButton
          size="small"
          label={text('returns.remove-new', { name })}
          icon={<X />}
          onPress={() => dispatch({ type: 'remove', productId })}
        />
      </div>
      <div className={styles.choices}>
        <div className={styles.choice}>
          <Select
            label={text('returns.reason-of', { name })}
            hideLabel
            choices={returnReasons.map((key) => ({ key, label: text(`returns.reason-${key}`) }))}
            value={line.reason}
            onChange={(reason) => change({ reason })}
          />
        </div>
        <div className={styles.choice}>
          <Select
            label={text('returns.goods-of', { name })}
            hideLabel
            choices={dispositions
              .filter((key) => key !== 'not-returned')
              .map((key) => ({ key, label: text(`returns.goods-${key}`) }))}
            value={line.disposition}
            onChange={(disposition) => change({ disposition })}
          />
        </div>
      </div>
    </li>
  );
}
