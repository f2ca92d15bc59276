import { useMemo } from 'react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { receiptBlocks } from '../../../shared/documents/receipt-blocks.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useShop } from '../../bridge/use-session.ts';
import { addressId } from '../../ui/address-id.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ReceiptPaper } from '../../ui/receipt/receipt-paper.tsx';
import { goBack, navigate } from '../../ui/router.ts';
import { OrderActions } from './order-actions.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderHead } from './order-head.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderLogLink } from './order-log-link.tsx';
import styles from './order-page.module.css';
import { OrderPayments } from './order-payments.tsx';
import { OrderPills } from './order-pills.tsx';
import { OrderRefunds } from './order-refunds.tsx';
import { OrderReturns } from './order-returns.tsx';
import { OrderTimeline } from './order-timeline.tsx';
import { OrderTotals } from './order-totals.tsx';
import { NoOrder, OrderTrouble, OrderWaiting } from './order-trouble.tsx';
import { OrderWorkArea } from './order-work-area.tsx';

/** One order on a page of its own, by the number in the address. */
export function OrderPage({ number }: { readonly number: string }) {
  const text = useText();
  const leave = () => {
    if (window.history.length > 1) goBack();
    else navigate('/orders');
  };
  useHotkeys([{ keys: 'Escape', label: text('ui.back'), run: leave }]);
  const orderId = addressId(number);
  const { data, error, refetch } = useApiQuery(
    'orders.get',
    { orderId: orderId ?? 1 },
    { enabled: orderId !== null },
  );
  return (
    <OrderWorkArea shownId={orderId}>
      <div className={styles.page}>
        <PageHeader
          title={orderId === null ? text('orders.title') : text('orders.order', { number })}
          onBack={leave}
          subtitle={data && <OrderPills order={data} />}
          actions={data && <OrderActions order={data} />}
        />
        {orderId === null ? (
          <NoOrder number={number} />
        ) : data ? (
          <>
            <OrderHead order={data} isPage />
            <OrderBody order={data} />
          </>
        ) : error ? (
          <OrderTrouble error={error} number={number} onRetry={() => void refetch()} />
        ) : (
          <OrderWaiting />
        )}
      </div>
    </OrderWorkArea>
  );
}

function OrderBody({ order }: { readonly order: OrderDetail }) {
  const text = useText();
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <Card title={text('orders.lines', { count: order.lines.length })}>
          <OrderLines order={order} />
          <OrderTotals order={order} />
        </Card>
        <Card title={text('orders.payments')}>
          <OrderPayments order={order} />
        </Card>
        {order.refunds.length > 0 && (
          <Card title={text('orders.refunds')}>
            <OrderRefunds order={order} />
          </Card>
        )}
        {order.returns.length > 0 && (
          <Card title={text('orders.returns')}>
            <OrderReturns order={order} />
          </Card>
        )}
        <Card title={text('orders.timeline')} actions={<OrderLogLink orderId={order.id} />}>
          <OrderTimeline order={order} />
        </Card>
      </div>
      <div className={styles.column}>
        <Card>
          <OrderFacts order={order} />
        </Card>
        <Card title={text('orders.receipt')}>
          <Receipt order={order} />
        </Card>
      </div>
    </div>
  );
}

/** The receipt as it would be printed now. */
function Receipt({ order }: { readonly order: OrderDetail }) {
  const { text, format } = useApp();
  const shop = useShop();
  const blocks = useMemo(() => receiptBlocks(order, shop, text, format), [order, shop, text, format]);
  return (
    <div className={styles.receipt}>
      <ReceiptPaper
        blocks={blocks}
        paper={shop.receiptPaper}
        label={text('orders.order', { number: String(order.id) })}
      />
    </div>
  );
}
