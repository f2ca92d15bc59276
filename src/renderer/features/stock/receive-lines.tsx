import { useEffect, useRef } from 'react';
import { useApp } from '../../ui/app-context.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { ReceiveLineRow } from './receive-line-row.tsx';
import styles from './receive-lines.module.css';
import type { Receiving } from './use-receiving.ts';

type ReceiveLinesProps = {
  readonly receiving: Receiving;
  /** Enter in a line: on to the next thing. */
  readonly onCommit: () => void;
};

/** The list of what came in. A line that was just chosen has the focus in its quantity. */
export function ReceiveLines({ receiving, onCommit }: ReceiveLinesProps) {
  const { text, format } = useApp();
  const { draft, dispatch, last } = receiving;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (last === null) return;
    const row = list.current?.querySelector(`[data-product="${last.productId}"]`);
    if (last.isChosen) row?.querySelector('input')?.focus();
    row?.scrollIntoView?.({ block: 'nearest' });
  }, [last]);
  const changed = draft.lines.find((line) => line.productId === last?.productId);
  const columns = ['product', 'quantity', 'unit-cost', 'line-total'] as const;
  return (
    <>
      <div className={styles.head} aria-hidden="true">
        {columns.map((key) => (
          <span key={key} className={styles[key]}>
            {text(`stock.${key}`)}
          </span>
        ))}
      </div>
      <ul ref={list} className={styles.list}>
        {draft.lines.map((line) => (
          <ReceiveLineRow
            key={line.productId}
            line={line}
            isJudged={draft.isJudged}
            isLast={line.productId === last?.productId}
            dispatch={dispatch}
            onCommit={onCommit}
          />
        ))}
      </ul>
      <VisuallyHidden>
        <span role="status">
          {changed?.quantity != null &&
            text('stock.receive-added', {
              name: changed.name,
              quantity: format.quantity(changed.quantity, changed.unit),
            })}
        </span>
      </VisuallyHidden>
    </>
  );
}
