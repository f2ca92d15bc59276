import { addMoney, type Money, zeroMoney } from '../../../shared/domain/money.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import styles from './refund-foot.module.css';
import { mayInitiate } from './refund-steps.ts';
import type { RefundList, RefundRow } from './use-refund-list.ts';
import type { RefundSteps } from './use-refund-steps.ts';

/** How many refunds of this state there are and what they come to; with a selection, what can be done to it. */
export function RefundFoot({ list, steps }: { readonly list: RefundList; readonly steps: RefundSteps }) {
  const text = useText();
  const { selected } = list;
  const total = useTotal(list);
  if (selected.length === 0) {
    return (
      <div className={styles.foot} role="status">
        {total && (
          <>
            <span>{total.words}</span>
            {total.amount !== 0 && <MoneyText amount={total.amount} />}
          </>
        )}
      </div>
    );
  }
  const count = selected.filter(mayInitiate).length;
  return (
    <div className={styles.foot} data-selected>
      <span role="status">{text('refunds.selected', { count: selected.length })}</span>
      <MoneyText amount={sumOf(selected)} />
      <span className={styles.space} />
      <Button size="small" variant="quiet" onPress={list.clearSelection}>
        {text('refunds.clear-selection')}
      </Button>
      {count > 0 && (
        <Button size="small" variant="primary" keys="I" onPress={steps.initiateSelected}>
          {text('refunds.initiate-many', { count })}
        </Button>
      )}
    </div>
  );
}

/** Of the whole queue where main counts it, else of what was read so far. */
function useTotal(list: RefundList): { readonly words: string; readonly amount: Money } | null {
  const text = useText();
  const { data: queues } = useApiQuery('orders.queues', {});
  const { state, rows } = list;
  const queue = {
    awaiting: queues?.refundsAwaiting,
    initiated: queues?.refundsInitiated,
    failed: queues?.refundsFailed,
    settled: undefined,
    voided: undefined,
  }[state];
  if (queue) return { words: text('refunds.total', { count: queue.count }), amount: queue.amount };
  if (list.isLoading || list.error) return null;
  const key = list.hasMore ? 'refunds.total-shown' : 'refunds.total';
  return { words: text(key, { count: rows.length }), amount: sumOf(rows, state === 'settled') };
}

/** Settled ones as they went: in cash with their rounding. */
function sumOf(rows: readonly RefundRow[], withRounding = false): Money {
  return rows.reduce(
    (sum, row) => addMoney(sum, withRounding ? addMoney(row.amount, row.rounding) : row.amount),
    zeroMoney,
  );
}
