import type { Output } from '../../../shared/contract/index.ts';
import { useApp } from '../../ui/app-context.tsx';
import { navigate } from '../../ui/router.ts';
import type { Toast } from '../../ui/toast-queue.ts';

type Standing = Output<'orders.cancel'>;

/** What of a change's money was handed out and what waits for somebody, with the way there. */
export function useMoneyBackWords(): (standing: Standing) => {
  readonly words: string;
  readonly action: Toast['action'];
} {
  const { text, format } = useApp();
  return ({ refundAwaiting, refundedInCash }) => {
    const words = [
      refundedInCash > 0 && text('orders.hand-out', { amount: format.money(refundedInCash) }),
      refundAwaiting > 0 && text('orders.waits-to-refund', { amount: format.money(refundAwaiting) }),
    ];
    const action =
      refundAwaiting > 0 ? { label: text('orders.see-refunds'), run: () => navigate('/refunds') } : null;
    return { words: words.filter(Boolean).join(' '), action };
  };
}
