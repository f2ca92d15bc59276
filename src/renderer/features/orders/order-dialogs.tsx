import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { GiveBackDialog } from './give-back-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { OrderTrouble } from './order-trouble.tsx';
import type { OrderDialog } from './order-work.ts';
import { PayDialog } from './pay-dialog.tsx';
import { RescheduleDialog } from './reschedule-dialog.tsx';
import { UndoDialog } from './undo-dialog.tsx';

type OrderDialogsProps = { readonly dialog: OrderDialog; readonly onClose: () => void };

/** The dialog that is open, over the order as it stands now. */
export function OrderDialogs({ dialog, onClose }: OrderDialogsProps) {
  const text = useText();
  const { orderId } = dialog;
  const { data, error, refetch } = useApiQuery('orders.get', { orderId });
  const number = String(orderId);
  if (data) return <Opened kind={dialog.kind} order={data} onClose={onClose} />;
  if (!error) return null;
  return (
    <Dialog open onClose={onClose} title={text('orders.order', { number })}>
      <OrderTrouble error={error} number={number} onRetry={() => void refetch()} />
    </Dialog>
  );
}

type OpenedProps = {
  readonly kind: OrderDialog['kind'];
  readonly order: OrderDetail;
  readonly onClose: () => void;
};

function Opened({ kind, ...props }: OpenedProps) {
  switch (kind) {
    case 'pay':
    case 'hand-over':
      return <PayDialog {...props} handOver={kind === 'hand-over'} />;
    case 'cancel':
      return <CancelDialog {...props} />;
    case 'reschedule':
      return <RescheduleDialog {...props} />;
    case 'note':
      return <NoteDialog {...props} />;
    case 'give-back':
      return <GiveBackDialog {...props} />;
    case 'undo':
      return <UndoDialog {...props} />;
  }
}
