import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { mayEditOrder } from '../../../shared/domain/order-status.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { addressId } from '../../ui/address-id.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { EditForm } from './edit-form.tsx';
import { isOffered } from './order-abilities.ts';
import styles from './order-page.module.css';
import { OrderPills } from './order-pills.tsx';
import { NoOrder, OrderTrouble, OrderWaiting } from './order-trouble.tsx';
import { useOrderAbilities } from './use-order-abilities.ts';

/** Changes of an order that has not left the shop, on a page of their own. */
export function EditPage({ number }: { readonly number: string }) {
  const text = useText();
  const orderId = addressId(number);
  const back = () => navigate(`/orders/${number}`);
  const { data, error, refetch } = useApiQuery(
    'orders.get',
    { orderId: orderId ?? 1 },
    { enabled: orderId !== null },
  );
  useHotkeys([{ keys: 'Escape', label: text('ui.back'), run: back }]);
  return (
    <div className={styles.page}>
      <PageHeader
        title={text('orders.edit-title', { number })}
        onBack={back}
        subtitle={data && <OrderPills order={data} />}
      />
      {orderId === null ? (
        <NoOrder number={number} />
      ) : data ? (
        <Editable order={data} onBack={back} />
      ) : error ? (
        <OrderTrouble error={error} number={number} onRetry={() => void refetch()} />
      ) : (
        <OrderWaiting />
      )}
    </div>
  );
}

/** The form, or why this order is no longer changed. */
function Editable({ order, onBack }: { readonly order: OrderDetail; readonly onBack: () => void }) {
  const text = useText();
  const { edit } = useOrderAbilities(order);
  const why =
    edit.kind === 'blocked'
      ? edit.why === 'invoiced'
        ? 'orders.edit-invoiced'
        : 'orders.edit-shipped'
      : mayEditOrder(order.status)
        ? 'orders.no-right'
        : 'orders.edit-shipped';
  if (isOffered(edit)) return <EditForm order={order} onSaved={onBack} />;
  return (
    <EmptyState
      drawing="orders"
      title={text('orders.edit-not')}
      action={
        <Button variant="primary" onPress={onBack}>
          {text('orders.order', { number: String(order.id) })}
        </Button>
      }
    >
      {text(why)}
    </EmptyState>
  );
}
