import type { Input, Output } from '../../../shared/contract/index.ts';
import { businessDateOf, type CalendarDate, daysBetween } from '../../../shared/domain/calendar.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { List } from '../../ui/list.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { navigate } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import styles from './needs-a-person.module.css';
import type { Today } from './use-dashboard.ts';

type Refund = Output<'refunds.list'>['items'][number];

const shown = 4;
const aWeek = 7;

/** Money that somebody must still send back: what the bank sent back first, then who waits longest. */
export function RefundsCard({ data }: { readonly data: Today | null }) {
  const text = useText();
  const count = data?.awaitingRefund.count ?? 0;
  const failedCount = data?.awaitingRefund.failed ?? 0;
  const failed = useRefunds('failed', failedCount > 0);
  const awaiting = useRefunds('awaiting', count > failedCount);
  const isWaiting = data === null || failed === null || awaiting === null;
  const refunds = isWaiting ? [] : [...failed, ...awaiting].slice(0, shown);
  return (
    <Card title={text('dashboard.refunds-waiting')} flush>
      {count > 0 && (
        <p className={styles.counts}>
          {failedCount > 0 && (
            <Link to="/refunds" query={{ state: 'failed' }}>
              {text('dashboard.failed-refunds', { count: failedCount })}
            </Link>
          )}
          {count > failedCount && (
            <Link to="/refunds" query={{ state: 'awaiting' }}>
              {text('dashboard.refunds-to-send', { count: count - failedCount })}
            </Link>
          )}
        </p>
      )}
      {isWaiting ? (
        <div className={styles.waiting}>
          <Skeleton height="4rem" />
        </div>
      ) : (
        <List
          label={text('dashboard.refunds-waiting')}
          items={refunds}
          itemKey={(refund) => String(refund.refundId)}
          onOpen={({ state, refundId }) =>
            navigate('/refunds', { query: { state, refund: String(refundId) } })
          }
          empty={text('dashboard.no-refunds-waiting')}
        >
          {(refund) => <RefundRow refund={refund} today={data.today} />}
        </List>
      )}
    </Card>
  );
}

/** Oldest first; null while it is on its way. */
function useRefunds(state: Input<'refunds.list'>['state'], enabled: boolean): readonly Refund[] | null {
  const { data } = useApiQuery(
    'refunds.list',
    { state, cursor: null, limit: shown },
    { enabled, atMostEvery: 1000 },
  );
  if (!enabled) return [];
  return data?.items ?? null;
}

type RefundRowProps = { readonly refund: Refund; readonly today: CalendarDate };

function RefundRow({ refund, today }: RefundRowProps) {
  const { text } = useApp();
  const { timeZone, dayStartMinutes } = useShop();
  const days = daysBetween(businessDateOf(refund.openedAt, timeZone, dayStartMinutes), today);
  const { orderId, customerName, tenderName, state } = refund;
  const source =
    orderId === null ? text('dashboard.goods-back') : text('dashboard.order', { number: String(orderId) });
  return (
    <>
      <span className={styles.words}>
        <span className={styles.name}>
          <bdi>{customerName ?? source}</bdi>
        </span>
        <span className={styles.detail}>
          <bdi>{customerName === null ? tenderName : `${source} · ${tenderName}`}</bdi>
        </span>
      </span>
      {state === 'failed' ? (
        <Badge tone="danger">{text('dashboard.refund-failed')}</Badge>
      ) : days > 0 ? (
        <Badge tone={days >= aWeek ? 'danger' : 'warning'}>
          {text('dashboard.waiting-days', { count: days })}
        </Badge>
      ) : (
        <Badge tone="info">{text('dashboard.due')}</Badge>
      )}
      <span className={styles.figure}>
        <MoneyText amount={refund.amount} currencySign={false} />
      </span>
    </>
  );
}
