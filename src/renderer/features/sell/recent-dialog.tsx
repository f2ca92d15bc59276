import type { Output } from '../../../shared/contract/index.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useToday } from '../../bridge/use-session.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { List } from '../../ui/list.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './recent-dialog.module.css';
import { useSell } from './sell-context.ts';
import { SellDialogFrame } from './sell-dialog.tsx';
import { useArrowFocus } from './use-arrow-focus.ts';

const howMany = 15;

/** The last orders, to see and print their receipts again. */
export function RecentDialog() {
  const text = useText();
  const errorText = useErrorText();
  const { dispatch } = useSell();
  const answer = useApiQuery('orders.list', {
    text: '',
    status: 'all',
    kind: 'all',
    fromDate: null,
    toDate: null,
    customerId: null,
    cursor: null,
    limit: howMany,
  });
  const { grid, onKeyDown } = useArrowFocus<HTMLDivElement>(1, answer.data?.items.length ?? 0);
  return (
    <SellDialogFrame title={text('sell.recent-title')} size="medium">
      {answer.isPending && <Skeleton height="12rem" />}
      {answer.error && (
        <ErrorState
          happened={text('sell.recent-unreadable')}
          safe={text('sell.cart-is-safe')}
          advice={errorText(answer.error)}
          onRetry={() => void answer.refetch()}
        />
      )}
      {answer.data?.items.length === 0 && (
        <EmptyState drawing="orders" title={text('sell.recent-none')}>
          {text('sell.recent-none-help')}
        </EmptyState>
      )}
      {answer.data && answer.data.items.length > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrows between the buttons inside, which are reached by Tab too
        <div ref={grid} className={styles.list} onKeyDown={onKeyDown}>
          <List
            label={text('sell.recent-title')}
            items={answer.data.items}
            itemKey={(order) => String(order.id)}
            onOpen={(order) =>
              dispatch({ type: 'open', dialog: { kind: 'receipt', orderId: order.id, sale: null } })
            }
          >
            {(order) => <RecentOrder order={order} />}
          </List>
        </div>
      )}
    </SellDialogFrame>
  );
}

function RecentOrder({ order }: { readonly order: Output<'orders.list'>['items'][number] }) {
  const text = useText();
  const format = useFormat();
  const today = useToday();
  const when = order.businessDate === today ? format.time(order.placedAt) : format.dateTime(order.placedAt);
  const detail = [order.customerName ?? text('sell.walk-in'), text('sell.lines', { count: order.lineCount })];
  return (
    <>
      <span className={styles.words}>
        <span className={styles.number}>{text('sell.recent-order', { number: String(order.id) })}</span>
        <span className={styles.detail}>
          <bdi>{detail.join(' · ')}</bdi>
        </span>
      </span>
      <span className={styles.when}>{when}</span>
      <span className={styles.total}>
        <MoneyText amount={order.total} currencySign={false} />
      </span>
    </>
  );
}
