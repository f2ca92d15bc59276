import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { type CalendarDate, isCalendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { orderStatuses } from '../../../shared/domain/order-status.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { refundStates } from '../../../shared/domain/refund-state.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { cancelReasons } from './cancel-reasons.ts';
import { changesIn, movedIn, numberIn, recordIn, textIn } from './event-details.ts';

type OrderEvent = OrderDetail['events'][number];
type Words = { readonly order: OrderDetail; readonly text: AppText; readonly format: Format };

/** What happened, and under it what more there is to tell: a reason, a note, each line that was changed. */
export type EventWords = { readonly title: string; readonly more: readonly string[] };

/**
 * What happened, as a person says it. The details of an event were written by whatever version of the program
 * was running then, so that anything may be missing from them; the sentence then says less, never something odd.
 */
export function eventWords(event: OrderEvent, words: Words): EventWords {
  const { text } = words;
  switch (event.kind) {
    case 'placed':
      return only(placedWords(event, words));
    case 'paid':
      return only(text('orders.event-paid', moneyMoved(event, words)));
    case 'refund':
      return refundWords(event, words);
    case 'status':
      return statusWords(event, words);
    case 'printed':
      return only(printedWords(event, text));
    case 'oversold':
      return only(oversoldWords(event, words));
    case 'return':
      return only(returnWords(event, words));
    case 'edited':
      return editedWords(event, words);
    case 'note':
      return noteWords(event, words);
    default:
      return assertNever(event.kind);
  }
}

/** Who did it: somebody who works here, the customer at the kiosk, the hourly timer; null where nobody is named. */
export function byWords(event: OrderEvent, { order, text }: Omit<Words, 'format'>): string | null {
  const { kind, staffName, details } = event;
  if (staffName !== null) return text('orders.taken-by', { name: staffName });
  if (details.by === 'customer' || (order.channel === 'kiosk' && kind === 'placed'))
    return text('orders.by-customer');
  // A status that nobody changed was changed by the hourly timer.
  return kind === 'status' ? text('orders.by-timer') : null;
}

function only(title: string): EventWords {
  return { title, more: [] };
}

function placedWords(event: OrderEvent, { order, text, format }: Words): string {
  const total = format.money(money(numberIn(event.details, 'total') ?? order.total));
  if (order.channel === 'kiosk') {
    const tender = order.awaited?.tenderName;
    return tender === undefined
      ? text('orders.event-placed-kiosk', { total })
      : text('orders.event-placed-kiosk-by', { total, tender });
  }
  if (order.channel === 'import') return text('orders.event-placed-import', { total });
  switch (order.kind) {
    case 'counter':
      return text('orders.event-placed', { total });
    case 'pickup':
    case 'delivery':
      return text(`orders.event-placed-${order.kind}`, { total });
    default:
      return assertNever(order.kind);
  }
}

function moneyMoved({ details }: OrderEvent, { format }: Words): { amount: string; tender: string } {
  return {
    amount: format.money(money(numberIn(details, 'amount') ?? 0)),
    tender: textIn(details, 'tender') ?? '–',
  };
}

function refundWords(event: OrderEvent, words: Words): EventWords {
  // Before refunds had states there was one event, when the money had gone back.
  const state = refundStates.find((one) => one === event.details.state) ?? 'settled';
  const title = words.text(`orders.event-refund-${state}`, moneyMoved(event, words));
  return { title, more: reasonAndNote(event.details, words.text) };
}

function statusWords({ details }: OrderEvent, { text, format }: Words): EventWords {
  const name = (field: string): string => {
    const status = orderStatuses.find((one) => one === details[field]);
    return status === undefined ? '–' : text(`ui.status-${status}`);
  };
  const steps = { from: name('from'), to: name('to') };
  const title =
    details.undo === true
      ? text('orders.event-undone', { to: steps.to })
      : textIn(details, 'from') === null
        ? text('orders.event-status-to', { to: steps.to })
        : text('orders.event-status', steps);
  const date = details.deliveryDate;
  const later =
    typeof date === 'number' && isCalendarDate(date)
      ? [text('orders.event-postponed', { date: format.weekdayDate(date) })]
      : [];
  return { title, more: [...reasonAndNote(details, text), ...later] };
}

/** A reason of the list in its words, any other as it was typed; then the note. */
function reasonAndNote(details: OrderEvent['details'], text: AppText): readonly string[] {
  const reason = textIn(details, 'reason');
  const known = cancelReasons.find((one) => one === reason);
  const words = known === undefined ? reason : text(`orders.reason-${known}`);
  return [words, textIn(details, 'note')].filter((one) => one !== null);
}

function printedWords({ details }: OrderEvent, text: AppText): string {
  const paper = textIn(details, 'document');
  const number = numberIn(details, 'number');
  if (paper === 'packing-slip' || paper === 'delivery-note') return text(`orders.event-${paper}`);
  if (paper === 'return-slip' || paper === 'refund-slip') return text(`orders.event-${paper}`);
  if (paper === 'invoice') {
    return number === null
      ? text('orders.event-invoice')
      : text('orders.event-invoice-number', { number: String(number) });
  }
  const print = numberIn(details, 'print');
  return print !== null && print > 1
    ? text('orders.event-printed-copy', { number: print })
    : text('orders.event-printed');
}

function returnWords({ details }: OrderEvent, { text, format }: Words): string {
  const total = numberIn(details, 'total');
  const exchange = numberIn(details, 'exchangeOrderId');
  if (total === null) return text('orders.event-return');
  const worth = { total: format.money(money(total)) };
  return exchange === null
    ? text('orders.event-return-worth', worth)
    : text('orders.event-exchange', { ...worth, number: String(exchange) });
}

function editedWords({ details }: OrderEvent, { order, text, format }: Words): EventWords {
  const written = (name: string, amount: number): string =>
    format.quantity(quantity(amount), order.lines.find((line) => line.name === name)?.unit);
  const changes = changesIn(details).map(({ name, from, to }) => {
    if (to === 0) return text('orders.change-removed', { name, from: written(name, from) });
    if (from === 0) return text('orders.change-added', { name, to: written(name, to) });
    return text('orders.change-quantity', { name, from: written(name, from), to: written(name, to) });
  });
  const total = recordIn(details, 'total');
  const [from, to] = [numberIn(total, 'from'), numberIn(total, 'to')];
  const title =
    from === null || to === null
      ? text('orders.event-edited')
      : text('orders.event-edited-total', { from: format.money(money(from)), to: format.money(money(to)) });
  return { title, more: [...changes, ...reasonAndNote(details, text)] };
}

function noteWords({ details }: OrderEvent, { order, text, format }: Words): EventWords {
  if (typeof details.delivery === 'object') {
    const title = text(order.kind === 'pickup' ? 'orders.event-pickup' : 'orders.event-delivery');
    const { before, after } = movedIn(details);
    const day = (date: CalendarDate | null) => (date === null ? '–' : format.weekdayDate(date));
    const days = { from: day(before.date), to: day(after.date) };
    const isOtherDay = before.date !== after.date;
    return { title, more: [...(isOtherDay ? [text('orders.event-day', days)] : []), ...after.words] };
  }
  const note = textIn(details, 'note') ?? (order.events.length === 1 ? order.note : null);
  return { title: text('orders.event-note'), more: note === null ? [] : [note] };
}

function oversoldWords({ details }: OrderEvent, { order, text, format }: Words): string {
  const name = textIn(details, 'name') ?? '–';
  const unit = order.lines.find((line) => line.name === name)?.unit;
  const written = (field: string) => format.quantity(quantity(numberIn(details, field) ?? 0), unit);
  return text('orders.event-oversold', {
    name,
    wanted: written('wanted'),
    available: written('available'),
  });
}
