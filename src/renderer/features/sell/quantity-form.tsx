import { useRef } from 'react';
import type { Money } from '../../../shared/domain/money.ts';
import { multiplyMoney } from '../../../shared/domain/money.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured, type Unit } from '../../../shared/domain/unit.ts';
import { useText } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { NumPad } from '../../ui/num-pad.tsx';
import { QuantityField } from '../../ui/quantity-field.tsx';
import styles from './quantity-form.module.css';

type QuantityFormProps = {
  readonly unit: Unit;
  readonly unitPrice: Money;
  readonly value: Quantity | null;
  readonly error: string | undefined;
  readonly onChange: (value: Quantity | null) => void;
  readonly onCommit: () => void;
};

/** A hundred thousand pieces of one thing is a slip of the scanner into this field. */
export const mostQuantity = quantity(99_999_999);

/** How much of something, by keys or pad, and what that comes to. */
export function QuantityForm({ unit, unitPrice, value, error, onChange, onCommit }: QuantityFormProps) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const measured = isMeasured(unit);
  return (
    <div className={styles.form}>
      <QuantityField
        label={text('sell.quantity')}
        size="touch"
        decimal={measured}
        unit={measured ? text(`sell.unit-${unit}`) : undefined}
        least={quantity(0)}
        most={mostQuantity}
        value={value}
        error={error}
        onChange={onChange}
        onCommit={onCommit}
        inputRef={field}
        autoFocus
      />
      <NumPad field={field} label={text('pay.numbers')} decimals={measured} />
      <p className={styles.total}>
        <span>{text('sell.line-total')}</span>
        <MoneyText
          amount={multiplyMoney(unitPrice, value !== null && value <= mostQuantity ? value : quantity(0))}
          size="large"
        />
      </p>
    </div>
  );
}
