import { useApiQuery } from '../../bridge/api-query.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { PayPanel } from '../../ui/pay/pay-panel.tsx';
import type { TenderChoice } from '../../ui/pay/pay-reducer.ts';
import { usePay } from '../../ui/pay/use-pay.ts';
import { useReturn } from './return-context.ts';
import type { SettlePanelProps } from './settle-panel.ts';

const noTenders: readonly TenderChoice[] = [];

/** Takes what the new goods cost on top, as the till takes money. */
export function PayDifferencePanel({ settling, trouble, onClose }: SettlePanelProps) {
  const text = useText();
  const { figures } = useReturn();
  const answer = useApiQuery('shop.tenders', {});
  const { isPending } = settling;
  const pay = usePay({
    total: figures.toPay,
    shop: useShop(),
    tenders: answer.data ?? noTenders,
    isPending,
    onPaid: (taken) => settling.settle({ taken, parts: [], cashNow: true }),
  });
  return (
    <PayPanel
      pay={pay}
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
            disabled={!pay.figures.isSettled}
            onPress={() => settling.settle({ taken: pay.state.taken, parts: [], cashNow: true })}
          >
            {text('returns.finish-exchange')}
          </Button>
        </>
      }
    />
  );
}
