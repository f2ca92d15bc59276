import { Percent, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { countItems } from '../../../shared/domain/count-items.ts';
import { negateMoney, zeroMoney } from '../../../shared/domain/money.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { orderDiscountIsAbove } from './cart-notes.ts';
import styles from './cart-totals.module.css';
import { useSell } from './sell-context.ts';
import { useCartActions } from './use-cart-actions.ts';

/** What the cart comes to. Every figure has its place also while it is nothing, so that none jumps. */
export function CartTotals() {
  const text = useText();
  const { pricing, shop, state } = useSell();
  const pieces = countItems(state.cart.lines);
  return (
    <div className={styles.totals}>
      <CartMarks />
      <Row label={text('sell.subtotal')}>
        <MoneyText amount={pricing.subtotal} currencySign={false} />
      </Row>
      <Row label={text('sell.savings')} good={pricing.savings !== 0}>
        <MoneyText
          amount={pricing.savings === 0 ? zeroMoney : negateMoney(pricing.savings)}
          currencySign={false}
        />
      </Row>
      <Row label={text(shop.pricesIncludeTax ? 'sell.tax-included' : 'sell.tax')}>
        <MoneyText amount={pricing.tax} currencySign={false} />
      </Row>
      <div className={styles.total}>
        <span className={styles.words}>
          <span>{text('sell.total')}</span>
          <span className={styles.count}>{text('sell.items', { count: pieces })}</span>
        </span>
        <output aria-label={text('sell.total')}>
          <MoneyText amount={pricing.total} size="total" />
        </output>
      </div>
    </div>
  );
}

type RowProps = { readonly label: string; readonly good?: boolean; readonly children: ReactNode };

function Row({ label, good = false, children }: RowProps) {
  return (
    <div className={styles.row} data-good={good || undefined}>
      <span>{label}</span>
      {children}
    </div>
  );
}

/** The discount and the note of the order: pressed, they open again. */
function CartMarks() {
  const text = useText();
  const format = useFormat();
  const { state, pricing, limits } = useSell();
  const { open } = useCartActions();
  const { orderDiscount, note } = state.cart;
  if (orderDiscount === null && note === '') return null;
  const isAbove = orderDiscountIsAbove(pricing, limits);
  return (
    <div className={styles.marks}>
      {orderDiscount !== null && (
        <button
          type="button"
          className={styles.mark}
          data-problem={isAbove || undefined}
          onClick={() => open({ kind: 'order-discount' })}
        >
          <Percent aria-hidden="true" />
          {isAbove
            ? text('sell.order-above-ceiling', { ceiling: format.percent(limits.discountCeiling) })
            : text('sell.order-discount')}
          {orderDiscount.kind === 'percent' && !isAbove && ` ${format.percent(orderDiscount.rate)}`}
        </button>
      )}
      {note !== '' && (
        <button type="button" className={styles.mark} onClick={() => open({ kind: 'order-note' })}>
          <StickyNote aria-hidden="true" />
          <span className={styles.note}>
            <bdi>{note}</bdi>
          </span>
        </button>
      )}
    </div>
  );
}
