import { money } from '../../../shared/domain/money.ts';
import { orderStatuses } from '../../../shared/domain/order-status.ts';
import { useApp } from '../../ui/app-context.tsx';
import { errorText, type Refusal } from '../../ui/error-text.ts';
import { numberIn } from './event-details.ts';

/** Why an order was left as it was: where somebody was quicker, what it is now. */
export function useRefusalWords(): (error: Refusal, orderId: number) => string {
  const app = useApp();
  const { text, format } = app;
  return (error, orderId) => {
    const { code, details } = error;
    const number = String(orderId);
    const status = orderStatuses.find((one) => one === details.status);
    const open = numberIn(details, 'open');
    if (status !== undefined && code === 'status-move-not-allowed' && details.from === status)
      return text('orders.no-such-step', { status: text(`ui.status-${status}`) });
    if (status !== undefined && (code === 'status-move-not-allowed' || code === 'order-not-editable'))
      return text('orders.somebody-quicker', { number, status: text(`ui.status-${status}`) });
    if (code === 'order-changed') return text('orders.somebody-changed', { number });
    if (code === 'not-fully-paid' && open !== null)
      return text('orders.refused-unpaid', { open: format.money(money(open)) });
    if (code === 'amount-changed' && open !== null)
      return text('orders.open-changed', { open: format.money(money(open)) });
    return errorText(error, app);
  };
}
