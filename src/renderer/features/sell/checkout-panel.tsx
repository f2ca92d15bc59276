import { PayPanel } from '../../ui/pay/pay-panel.tsx';
import { CheckoutFooter } from './checkout-footer.tsx';
import { PayRefusal } from './pay-refusal.tsx';
import { useCheckout } from './use-checkout.ts';
import type { Placing } from './use-place-order.ts';

type CheckoutPanelProps = { readonly placing: Placing; readonly onClose: () => void };

/** Takes the money for the cart and places it as an order. */
export function CheckoutPanel({ placing, onClose }: CheckoutPanelProps) {
  const checkout = useCheckout(placing);
  const { refusal, isPending } = placing;
  return (
    <PayPanel
      pay={checkout.pay}
      tendersError={checkout.tendersError}
      trouble={
        refusal && <PayRefusal refusal={refusal} placing={placing} checkout={checkout} onClose={onClose} />
      }
      footer={<CheckoutFooter checkout={checkout} isPending={isPending} onClose={onClose} />}
    />
  );
}
