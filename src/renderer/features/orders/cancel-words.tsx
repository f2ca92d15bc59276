import { Info } from 'lucide-react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { useApp } from '../../ui/app-context.tsx';
import styles from './cancel-words.module.css';
import type { CancelForm } from './use-cancel-draft.ts';

/** What will happen, in full, before it does. */
export function CancelWords({ order, form }: { readonly order: OrderDetail; readonly form: CancelForm }) {
  const { text, format } = useApp();
  const { draft, outcome, isWhole } = form;
  if (draft.lineNos?.size === 0) return null;
  const amount = format.money;
  const back = outcome.back.map((part) => {
    const words = { amount: amount(part.amount), tender: part.tenderName };
    if (part.tenderKind === 'cash' && draft.cashNow)
      return text('orders.back-now', { ...words, amount: amount(outcome.cash) });
    return text('orders.back-later', words);
  });
  const sentences = [
    outcome.items > 0 && text('orders.goods-go-back', { count: outcome.items }),
    !isWhole && text('orders.order-then-costs', { total: amount(outcome.total) }),
    ...back,
    back.length === 0 && isWhole && text('orders.no-money-back'),
    order.refundPending > 0 && text('orders.back-already', { amount: amount(order.refundPending) }),
    !isWhole && outcome.open > 0 && text('orders.stays-open', { amount: amount(outcome.open) }),
  ].filter((sentence) => sentence !== false);
  return (
    <section className={styles.outcome} aria-label={text('orders.what-happens')} aria-live="polite">
      <Info aria-hidden="true" className={styles.icon} />
      <ul className={styles.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
