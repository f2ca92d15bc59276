import { useState } from 'react';
import type { KioskOrder } from '../../../shared/contract/kiosk-views.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { pictureUrl } from '../../bridge/picture-url.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Picture } from '../../ui/picture.tsx';
import { useKiosk } from './kiosk-context.tsx';
import formStyles from './kiosk-form.module.css';
import { KioskSheet } from './kiosk-sheet.tsx';
import { KioskWaiting } from './kiosk-waiting.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderProgress } from './order-progress.tsx';
import styles from './own-orders.module.css';

/** One of the customer's own orders, as it stands now. */
export function OwnOrder({ orderId }: { readonly orderId: number }) {
  const text = useText();
  const errorText = useErrorText();
  const { dispatch } = useKiosk();
  const order = useApiQuery('kiosk.order', { orderId });
  const title = text('kiosk.order', { number: String(orderId) });
  return (
    <KioskSheet title={title} onBack={() => dispatch({ kind: 'show', view: { name: 'orders' } })}>
      {order.error && (
        <p className={formStyles.problem} role="alert">
          {errorText(order.error)}
        </p>
      )}
      {order.isPending && <KioskWaiting query={order} />}
      {order.data && <OrderContent order={order.data} />}
    </KioskSheet>
  );
}

function OrderContent({ order }: { readonly order: KioskOrder }) {
  const text = useText();
  const format = useFormat();
  const [isCancelling, setCancelling] = useState(false);
  const isOnTheWay = order.status === 'shipped' || order.status === 'in-transit';
  return (
    <>
      <div className={formStyles.card}>
        <OrderProgress kind={order.kind} status={order.status} />
        <OrderFacts order={order} />
      </div>
      <div className={formStyles.card}>
        <ul className={styles.lines}>
          {order.lines.map((line) => (
            <li key={line.lineNo} className={styles.line}>
              <span className={styles.thumb}>
                <Picture src={line.pictureId === null ? null : pictureUrl(line.pictureId)} name={line.name} />
              </span>
              <span className={styles.what}>
                {line.name} × {format.quantity(line.quantity)}
              </span>
              <span>{format.money(line.total)}</span>
            </li>
          ))}
        </ul>
      </div>
      {order.mayCancel && (
        <Button size="touch" variant="danger" onPress={() => setCancelling(true)}>
          {text('kiosk.cancel')}
        </Button>
      )}
      {isOnTheWay && <p>{text('kiosk.not-cancellable')}</p>}
      {isCancelling && order.mayCancel && (
        <CancelDialog orderId={order.orderId} onClose={() => setCancelling(false)} />
      )}
    </>
  );
}

type CancelDialogProps = { readonly orderId: number; readonly onClose: () => void };

function CancelDialog({ orderId, onClose }: CancelDialogProps) {
  const text = useText();
  const errorText = useErrorText();
  const cancel = useCommand('kiosk.cancel');
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('kiosk.cancel-title', { number: String(orderId) })}
      role="alertdialog"
      busy={cancel.isPending}
      footer={
        <>
          <Button size="touch" onPress={onClose} disabled={cancel.isPending} autoFocus>
            {text('kiosk.cancel-keep')}
          </Button>
          <Button
            size="touch"
            variant="danger"
            pending={cancel.isPending}
            onPress={() => cancel.mutate({ orderId }, { onSuccess: onClose })}
          >
            {text('kiosk.cancel-action')}
          </Button>
        </>
      }
    >
      <p>{text('kiosk.cancel-text')}</p>
      {cancel.error && (
        <p className={formStyles.problem} role="alert">
          {errorText(cancel.error)}
        </p>
      )}
    </Dialog>
  );
}
