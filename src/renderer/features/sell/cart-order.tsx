import { EllipsisVertical, Percent, StickyNote, Trash2, UserRound, X } from 'lucide-react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { CartDeliveryRow } from './cart-delivery-row.tsx';
import { CartKind } from './cart-kind.tsx';
import styles from './cart-order.module.css';
import { lineRights } from './line-rights.ts';
import { useSell } from './sell-context.ts';
import { sellKeys } from './sell-keys.ts';
import { useCartActions } from './use-cart-actions.ts';

/** For whom the cart is, and what kind of order it becomes. */
export function CartOrder() {
  return (
    <header className={styles.order}>
      <div className={styles.customer}>
        <CartCustomer />
        <CartMenu />
      </div>
      <CartKind />
      <CartDeliveryRow />
    </header>
  );
}

function CartCustomer() {
  const text = useText();
  const { state, session } = useSell();
  const { change, open } = useCartActions();
  const { customerId } = state.cart;
  const may = lineRights(session, null);
  const customer = useApiQuery(
    'customers.get',
    { customerId: customerId ?? 0 },
    { enabled: customerId !== null && may.customers },
  ).data;
  const name = customerId === null ? text('sell.walk-in') : (customer?.name ?? '');
  return (
    <>
      <Button
        variant="quiet"
        icon={<UserRound />}
        keys={sellKeys.customer}
        disabledReason={may.customers ? undefined : text('sell.no-customers-right')}
        onPress={() => open({ kind: 'customer' })}
      >
        <span className={styles.name}>
          <VisuallyHidden>{text('sell.customer-is')} </VisuallyHidden>
          <bdi>{name}</bdi>
        </span>
      </Button>
      {customerId !== null && (
        <IconButton
          size="small"
          label={text('sell.remove-customer')}
          icon={<X />}
          onPress={() => change({ type: 'set-customer', customerId: null })}
        />
      )}
    </>
  );
}

function CartMenu() {
  const text = useText();
  const { state } = useSell();
  const { open, clear } = useCartActions();
  const isEmpty = state.cart.lines.length === 0;
  return (
    <span className={styles.menu}>
      <Menu
        trigger={<IconButton label={text('sell.more-actions')} icon={<EllipsisVertical />} />}
        label={text('sell.more-actions')}
        actions={[
          {
            key: 'discount',
            label: text('sell.order-discount'),
            icon: <Percent />,
            keys: sellKeys.orderDiscount,
            disabled: isEmpty,
            onAction: () => open({ kind: 'order-discount' }),
          },
          {
            key: 'note',
            label: text('sell.order-note'),
            icon: <StickyNote />,
            onAction: () => open({ kind: 'order-note' }),
          },
          {
            key: 'clear',
            label: text('sell.clear-cart'),
            icon: <Trash2 />,
            keys: sellKeys.clear,
            danger: true,
            separated: true,
            disabled: isEmpty,
            onAction: clear,
          },
        ]}
      />
    </span>
  );
}
