import { memo } from 'react';
import type { CartLine } from '../../../shared/domain/cart.ts';
import { type Money, negateMoney } from '../../../shared/domain/money.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import type { LineNote } from './cart-notes.ts';
import styles from './cart-row.module.css';
import { CartRowNote } from './cart-row-note.tsx';

type CartRowProps = {
  readonly line: CartLine;
  /** Before the line's discount. */
  readonly total: Money;
  readonly discount: Money;
  readonly notes: readonly LineNote[] | undefined;
  readonly selected: boolean;
  readonly onSelect: (lineId: string) => void;
  readonly onRefresh: (lineId: string) => void;
};

/** A line of the cart. Plain and remembered, so that a scan into two hundred lines draws one. */
export const CartRow = memo(
  function CartRow(props: CartRowProps) {
    const { line, notes } = props;
    const format = useFormat();
    const quantity = format.quantity(line.quantity, line.unit);
    return (
      <li className={styles.item} data-selected={props.selected || undefined}>
        <button
          type="button"
          className={styles.row}
          aria-current={props.selected || undefined}
          onClick={() => props.onSelect(line.id)}
        >
          <span className={styles.quantity}>{isMeasured(line.unit) ? quantity : `${quantity} ×`}</span>
          <span className={styles.words}>
            <span className={styles.name} title={line.name}>
              <bdi>{line.name}</bdi>
            </span>
            <RowDetail line={line} />
            {line.note !== '' && (
              <span className={styles.note}>
                <bdi>{line.note}</bdi>
              </span>
            )}
          </span>
          <span className={styles.amount}>
            <MoneyText amount={props.total} currencySign={false} />
            {props.discount !== 0 && (
              <span className={styles.discount}>
                <MoneyText amount={negateMoney(props.discount)} currencySign={false} />
              </span>
            )}
          </span>
        </button>
        {notes?.map((note) => (
          <CartRowNote key={note.kind} note={note} line={line} onRefresh={props.onRefresh} />
        ))}
      </li>
    );
  },
  (a, b) =>
    a.line === b.line &&
    a.total === b.total &&
    a.discount === b.discount &&
    a.selected === b.selected &&
    a.onSelect === b.onSelect &&
    a.onRefresh === b.onRefresh &&
    areSameNotes(a.notes, b.notes),
);

/** What one of it costs where that is not plain from the amount, and what is taken off. */
function RowDetail({ line }: { readonly line: CartLine }) {
  const text = useText();
  const format = useFormat();
  const { unit, discount } = line;
  const measured = isMeasured(unit);
  const price = format.amount(line.unitPrice);
  const parts = [
    ...(measured ? [text('sell.line-price-measured', { price, unit: text(`sell.unit-${unit}`) })] : []),
    ...(!measured && line.quantity !== 1000 ? [text('sell.line-price', { price })] : []),
    ...(discount?.kind === 'percent'
      ? [text('sell.line-discount-percent', { percent: format.percent(discount.rate) })]
      : []),
    ...(discount?.kind === 'amount' ? [text('sell.line-discount-amount')] : []),
  ];
  return parts.length === 0 ? null : <span className={styles.detail}>{parts.join(' · ')}</span>;
}

/** Notes are made anew with each pricing; what they say seldom changes. */
function areSameNotes(a: readonly LineNote[] | undefined, b: readonly LineNote[] | undefined): boolean {
  if (a === b) return true;
  return a?.length === b?.length && JSON.stringify(a) === JSON.stringify(b);
}
