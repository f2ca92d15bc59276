import { PayPanel } from '../../ui/pay/pay-panel.tsx';
import type { PayLeave } from '../../ui/pay/use-pay-leave.ts';
import { CheckoutFooter } from './checkout-footer.tsx';
import { PayRefusal } from './pay-refusal.tsx';
import { useCheckout } from './use-checkout.ts';
import type { Placing } from './use-place-order.ts';

type CheckoutPanelProps = {
  readonly placing: Placing;
  readonly leaving: PayLeave;
  readonly onClose: () => void;
};

/** Takes the money for the cart and places it as an order. */
export function CheckoutPanel({ placing, leaving, onClose }: CheckoutPanelProps) {
  const checkout = useCheckout(placing);
  const { refusal, isPending } = placing;
  const back = () => leaving.leave(onClose);
  return (
    <PayPanel
      pay={checkout.pay}
      leaving={leaving}
      tendersError={checkout.tendersError}
      trouble={
        refusal && (
          <PayRefusal
            refusal={refusal}
            placing={placing}
            checkout={checkout}
            leave={leaving.leave}
            onClose={back}
          />
        )
      }
      footer={<CheckoutFooter checkout={checkout} isPending={isPending} onClose={back} />}
    />
  );
}
