import type { KioskOrderRow } from '../../../shared/contract/kiosk-views.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';

/** When it comes, came, or that it does not come. */
export function useDateLine(order: KioskOrderRow): string {
  const text = useText();
  const format = useFormat();
  const isPickup = order.kind === 'pickup';
  if (order.cancelledAt !== null)
    return text('kiosk.cancelled-on', { date: format.dateTime(order.cancelledAt) });
  if (order.deliveredAt !== null) {
    const date = format.dateTime(order.deliveredAt);
    return isPickup ? text('kiosk.picked-up', { date }) : text('kiosk.arrived', { date });
  }
  if (order.deliveryDate === null) return '';
  const date = format.weekdayDate(order.deliveryDate);
  return isPickup ? text('kiosk.ready', { date }) : text('kiosk.arrives', { date });
}
