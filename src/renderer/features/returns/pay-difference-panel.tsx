import { useApiQuery } from '../../bridge/api-query.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { TakenTender } from '../../ui/pay/pay-figures.ts';
import { PayPanel } from '../../ui/pay/pay-panel.tsx';
import type { TenderChoice } from '../../ui/pay/pay-reducer.ts';
import { usePay } from '../../ui/pay/use-pay.ts';
import type { PayLeave } from '../../ui/pay/use-pay-leave.ts';
import { useReturn } from './return-context.ts';
import type { SettlePanelProps } from './settle-panel.ts';

const noTenders: readonly TenderChoice[] = [];

type PayDifferencePanelProps = SettlePanelProps & { readonly leaving: PayLeave };

/** Takes what the new goods cost on top, as the till takes money. */
export function PayDifferencePanel({ settling, leaving, trouble, onClose }: PayDifferencePanelProps) {
  const text = useText();
  const { figures } = useReturn();
  const answer = useApiQuery('shop.tenders', {});
  const { isPending } = settling;
  const mayFinish = figures.toPay > 0;
  const finish = (taken: readonly TakenTender[]) => {
    if (mayFinish) settling.settle({ taken, parts: [], cashNow: true });
  };
  const pay = usePay({
    total: figures.toPay,
    shop: useShop(),
    tenders: answer.data ?? noTenders,
    isPending,
    onPaid: finish,
  });
  return (
    <PayPanel
      pay={pay}
      leaving={leaving}
      tendersError={answer.error}
      trouble={trouble}
      footer={
        <>
          <Button size="touch" onPress={onClose} disabled={isPending} keys="Escape">
            {text('returns.back-to-lines')}
          </Button>
          <Button
            size="touch"
            variant="primary"
            keys="Enter"
            pending={isPending}
            disabled={!mayFinish || !pay.figures.isSettled}
            onPress={() => finish(pay.state.taken)}
          >
            {text('returns.finish-exchange')}
          </Button>
        </>
      }
    />
  );
}
