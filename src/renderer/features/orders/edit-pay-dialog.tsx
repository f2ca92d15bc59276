import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PayPanel } from '../../ui/pay/pay-panel.tsx';
import { usePay } from '../../ui/pay/use-pay.ts';
import { usePayLeave } from '../../ui/pay/use-pay-leave.ts';
import { EditRefusal } from './edit-refusal.tsx';
import type { OrderEdit } from './use-order-edit.ts';
import { useTenders } from './use-tenders.ts';

type EditPayDialogProps = {
  readonly order: OrderDetail;
  readonly edit: OrderEdit;
  readonly onClose: () => void;
};

/** Takes what the change makes open, and saves the change with it: both happen or neither. */
export function EditPayDialog({ order, edit, onClose }: EditPayDialogProps) {
  const { text, format } = useApp();
  const { isPending, save, figures } = edit;
  const { tenders, tendersError } = useTenders();
  const pay = usePay({ total: figures.open, shop: useShop(), tenders, isPending, onPaid: save });
  const leaving = usePayLeave();
  const back = () => leaving.leave(onClose);
  const { taken } = pay.state;
  const { isSettled, open } = pay.figures;
  const number = String(order.id);
  return (
    <Dialog
      open
      onClose={back}
      title={text('orders.edit-pay-title', { number })}
      size="large"
      busy={isPending}
    >
      <PayPanel
        pay={pay}
        leaving={leaving}
        tendersError={tendersError}
        trouble={<EditRefusal order={order} edit={edit} taken={taken} />}
        footer={
          <>
            <Button size="touch" onPress={back} disabled={isPending} keys="Escape">
              {text('ui.back')}
            </Button>
            {!isSettled && taken.length > 0 && (
              <Button size="touch" onPress={() => save(taken)} pending={isPending}>
                {text('orders.edit-save-open', { amount: format.money(open) })}
              </Button>
            )}
            <Button
              size="touch"
              variant="primary"
              keys="Enter"
              onPress={() => save(taken)}
              pending={isPending}
              disabled={!isSettled}
            >
              {text('orders.edit-save')}
            </Button>
          </>
        }
      />
    </Dialog>
  );
}
