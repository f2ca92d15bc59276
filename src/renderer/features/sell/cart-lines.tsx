import { useCallback, useEffect, useRef } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './cart-lines.module.css';
import { CartRow } from './cart-row.tsx';
import { withListPrice } from './fresh-cart.ts';
import { useSell } from './sell-context.ts';

/** The lines of the cart. The selected one is what the bar below and the keys act on. */
export function CartLines() {
  const text = useText();
  const sell = useSell();
  const { state, dispatch, pricing, notes, known } = sell;
  const { cart, isRestored } = state;
  const list = useRef<HTMLUListElement>(null);
  const latest = useRef({ cart, known });
  latest.current = { cart, known };
  const select = useCallback(
    (lineId: string) => dispatch({ type: 'cart', action: { type: 'select', lineId } }),
    [dispatch],
  );
  const refresh = useCallback(
    (lineId: string) => {
      const now = latest.current;
      const productId = now.cart.lines.find((line) => line.id === lineId)?.productId;
      const tile = productId == null ? undefined : now.known.tiles.get(productId);
      if (!tile) return;
      dispatch({ type: 'cart', action: { type: 'load', cart: withListPrice(now.cart, lineId, tile) } });
    },
    [dispatch],
  );
  const { activeLineId } = cart;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever became the selected line comes into view
  useEffect(() => {
    list.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' });
  }, [activeLineId, cart.lines.length]);

  if (cart.lines.length === 0) return <NoLines isRestored={isRestored} />;
  return (
    <ul ref={list} className={styles.lines} aria-label={text('sell.cart-lines')}>
      {cart.lines.map((line, index) => (
        <CartRow
          key={line.id}
          line={line}
          total={pricing.lines[index]?.gross ?? line.unitPrice}
          discount={pricing.lines[index]?.discount ?? line.unitPrice}
          notes={notes.get(line.id)}
          selected={line.id === activeLineId}
          onSelect={select}
          onRefresh={refresh}
        />
      ))}
    </ul>
  );
}

function NoLines({ isRestored }: { readonly isRestored: boolean }) {
  const text = useText();
  if (!isRestored) {
    return (
      <div className={styles.empty}>
        <Skeleton height="3rem" />
        <Skeleton height="3rem" />
      </div>
    );
  }
  return (
    <div className={styles.empty}>
      <EmptyState drawing="cart" title={text('sell.cart-empty')}>
        {text('sell.cart-empty-help')}
      </EmptyState>
    </div>
  );
}
