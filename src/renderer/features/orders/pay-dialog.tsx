import { useState } from 'react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PayPanel } from '../../ui/pay/pay-panel.tsx';
import { type Pay, usePay } from '../../ui/pay/use-pay.ts';
import { usePayLeave } from '../../ui/pay/use-pay-leave.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { stepWords } from './order-steps.ts';
import { type Settling, useSettleOrder } from './use-settle-order.ts';
import { useTenders } from './use-tenders.ts';

type PayDialogProps = {
  readonly order: OrderDetail;
  /** Delivers the order in the same step. */
  readonly handOver: boolean;
  readonly onClose: () => void;
};

/**
 * Takes what is open of an order, all or a part of it; handing over may also leave it unpaid. What is due is what the
 * person saw: where it changes meanwhile, they are told and take the new amount themselves.
 */
export function PayDialog({ order, handOver, onClose }: PayDialogProps) {
  const { text } = useApp();
  const [due, setDue] = useState(order.open);
  const settling = useSettleOrder({ order, due, handOver, onDone: onClose });
  const { tenders, tendersError } = useTenders();
  const pay = usePay({
    total: due,
    shop: useShop(),
    tenders,
    isPending: settling.isPending,
    awaitedId: order.awaited?.tenderId ?? null,
    onPaid: (taken) => settling.settle(taken, false),
  });
  const leaving = usePayLeave();
  const back = () => leaving.leave(onClose);
  const number = String(order.id);
  return (
    <Dialog
      open
      onClose={back}
      title={handOver ? stepWords('delivered', order, text) : text('orders.pay-for', { number })}
      size="large"
      busy={settling.isPending}
    >
      <PayPanel
        pay={pay}
        leaving={leaving}
        tendersError={tendersError}
        trouble={
          <PayTrouble order={order} due={due} handOver={handOver} settling={settling} onTakeDue={setDue} />
        }
        footer={<PayFooter order={order} pay={pay} handOver={handOver} settling={settling} onClose={back} />}
      />
    </Dialog>
  );
}

type PayTroubleProps = {
  readonly order: OrderDetail;
  readonly due: OrderDetail['open'];
  readonly handOver: boolean;
  readonly settling: Settling;
  readonly onTakeDue: (due: OrderDetail['open']) => void;
};

/** Why nothing was taken, or that another amount is open by now. */
function PayTrouble({ order, due, handOver, settling, onTakeDue }: PayTroubleProps) {
  const { text, format } = useApp();
  if (settling.isPending) return null;
  if (order.open === 0 && !handOver) {
    return <ProblemNote tone="warning" title={text('orders.paid-meanwhile', { number: String(order.id) })} />;
  }
  if (order.open !== due) {
    const amounts = { before: format.money(due), now: format.money(order.open) };
    return (
      <ProblemNote
        tone="warning"
        title={text('orders.due-changed', amounts)}
        action={
          <Button onPress={() => onTakeDue(order.open)}>
            {text('orders.take-due', { amount: amounts.now })}
          </Button>
        }
      />
    );
  }
  if (settling.refusal === null) return null;
  return <ProblemNote title={text('orders.pay-refused')}>{settling.refusal}</ProblemNote>;
}

type PayFooterProps = {
  readonly order: OrderDetail;
  readonly pay: Pay;
  readonly handOver: boolean;
  readonly settling: Settling;
  readonly onClose: () => void;
};

/** Back, less than all, or done. */
function PayFooter({ order, pay, handOver, settling, onClose }: PayFooterProps) {
  const { text, format } = useApp();
  const { settle, isPending } = settling;
  const { taken } = pay.state;
  const { isSettled, open, paid } = pay.figures;
  const less = () => {
    if (!handOver) return text('orders.take-part', { amount: format.money(paid) });
    if (taken.length === 0) return text('orders.leave-unpaid');
    return text('orders.leave-rest-unpaid', { amount: format.money(open) });
  };
  return (
    <>
      <Button size="touch" onPress={onClose} disabled={isPending} keys="Escape">
        {text('ui.back')}
      </Button>
      {!isSettled && (handOver || taken.length > 0) && (
        <Button size="touch" onPress={() => settle(taken, true)} pending={isPending}>
          {less()}
        </Button>
      )}
      <Button
        size="touch"
        variant="primary"
        keys="Enter"
        onPress={() => settle(taken, false)}
        pending={isPending}
        disabled={!isSettled}
      >
        {handOver ? stepWords('delivered', order, text) : text('orders.finish-payment')}
      </Button>
    </>
  );
}
