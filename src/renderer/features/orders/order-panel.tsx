import { Maximize2 } from 'lucide-react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderHead } from './order-head.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderPayments } from './order-payments.tsx';
import { OrderRefunds } from './order-refunds.tsx';
import { OrderReturns } from './order-returns.tsx';
import { OrderSection } from './order-section.tsx';
import { OrderTimeline } from './order-timeline.tsx';
import { OrderTotals } from './order-totals.tsx';
import { OrderTrouble, OrderWaiting } from './order-trouble.tsx';
import type { OrderList } from './use-order-list.ts';

/** One order beside the list. What was shown stays until the next one is there, so that walking does not blink. */
export function OrderPanel({ list, orderId }: { readonly list: OrderList; readonly orderId: number }) {
  const text = useText();
  const { data, error, refetch, isPlaceholderData } = useApiQuery(
    'orders.get',
    { orderId },
    { keepPrevious: true },
  );
  const order = error || (isPlaceholderData && data?.id !== orderId) ? undefined : data;
  return (
    <SidePanel
      title={text('orders.order', { number: String(orderId) })}
      onClose={() => list.open(null)}
      onPrevious={list.openPrevious}
      onNext={list.openNext}
      actions={
        <IconButton
          size="small"
          label={text('orders.open-page')}
          icon={<Maximize2 />}
          onPress={() => list.openPage(orderId)}
        />
      }
      footer={order && <OrderActions key={order.id} order={order} />}
    >
      {error ? (
        <OrderTrouble error={error} number={String(orderId)} onRetry={() => void refetch()} />
      ) : order ? (
        <>
          <OrderHead order={order} />
          <OrderSection>
            <OrderFacts order={order} />
          </OrderSection>
          <OrderSection title={text('orders.lines', { count: order.lines.length })}>
            <OrderLines order={order} />
            <OrderTotals order={order} />
          </OrderSection>
          <OrderSection title={text('orders.payments')}>
            <OrderPayments order={order} />
          </OrderSection>
          {order.refunds.length > 0 && (
            <OrderSection title={text('orders.refunds')}>
              <OrderRefunds order={order} />
            </OrderSection>
          )}
          {order.returns.length > 0 && (
            <OrderSection title={text('orders.returns')}>
              <OrderReturns order={order} />
            </OrderSection>
          )}
          <OrderSection title={text('orders.timeline')}>
            <OrderTimeline order={order} />
          </OrderSection>
        </>
      ) : (
        <OrderWaiting />
      )}
    </SidePanel>
  );
}
