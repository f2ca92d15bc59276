import { useText } from '../../ui/app-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { usePayLeave } from '../../ui/pay/use-pay-leave.ts';
import { CheckoutPanel } from './checkout-panel.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';
import { useSell } from './sell-context.ts';
import type { SellDialog } from './sell-reducer.ts';
import { usePlaceOrder } from './use-place-order.ts';

type CheckoutDialogProps = { readonly dialog: Extract<SellDialog, { kind: 'pay' | 'receipt' }> };

/** Paying, and then the receipt, in one window: nothing opens or closes in between. */
export function CheckoutDialog({ dialog }: CheckoutDialogProps) {
  const { state, dispatch } = useSell();
  const placing = usePlaceOrder();
  const leaving = usePayLeave();
  const close = () => dispatch({ type: 'close' });
  return (
    <Dialog
      open
      onClose={() => leaving.leave(close)}
      title={useTitle(dialog)}
      size="large"
      busy={placing.isPending}
    >
      {dialog.kind === 'pay' ? (
        <CheckoutPanel key={state.cartId} placing={placing} leaving={leaving} onClose={close} />
      ) : (
        <ReceiptPanel key={dialog.orderId} orderId={dialog.orderId} sale={dialog.sale} onClose={close} />
      )}
    </Dialog>
  );
}

function useTitle(dialog: CheckoutDialogProps['dialog']): string {
  const text = useText();
  const { cart } = useSell().state;
  if (dialog.kind === 'pay') return text(cart.kind === 'counter' ? 'sell.pay' : 'sell.pay-order');
  const number = String(dialog.orderId);
  if (dialog.sale === null) return text('sell.receipt-title', { number });
  return text(dialog.sale.paid >= dialog.sale.total ? 'sell.paid-title' : 'sell.placed-title', { number });
}
