import type { MergeChoice, MergeSide } from '../../../shared/contract/customer-records.ts';
import { addMoney } from '../../../shared/domain/money.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { logInsAfter } from './merge-draft.ts';
import styles from './merge-page.module.css';

type MergeWordsProps = { readonly kept: MergeSide; readonly merged: MergeSide; readonly choice: MergeChoice };

/** What a merge will do, before it is done. */
export function MergeWords({ kept, merged, choice }: MergeWordsProps) {
  const { text, format } = useApp();
  const number = String(kept.id);
  const orders = merged.orders + merged.cancelled;
  const { stays, goes, moves } = logInsAfter(kept, merged, choice);
  const words = [
    text('customers.merge-orders', { count: orders, number }),
    merged.owed > 0 && text('customers.merge-owed', { amount: format.money(merged.owed) }),
    merged.returns > 0 && text('customers.merge-returns', { count: merged.returns }),
    merged.notes > 0 && text('customers.merge-notes', { count: merged.notes }),
    merged.carts > 0 && text('customers.merge-carts', { count: merged.carts }),
    stays !== null && moves && text('customers.merge-log-in-moves', { username: stays, number }),
    goes !== null && text('customers.merge-log-in-lost', { username: goes }),
    text('customers.merge-later', { number: String(merged.id), kept: number }),
  ].filter((one) => one !== false);
  return (
    <Card title={text('customers.merge-will')}>
      <ul className={styles.list}>
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p className={styles.together}>
        {text('customers.merge-together', {
          orders: text('customers.group-orders', { count: kept.orders + merged.orders }),
          spent: format.money(addMoney(kept.spent, merged.spent)),
          owed: format.money(addMoney(kept.owed, merged.owed)),
        })}
      </p>
    </Card>
  );
}
