import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { money } from '../../../shared/domain/money.ts';
import { orderStatuses } from '../../../shared/domain/order-status.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';

type OrderEvent = OrderDetail['events'][number];
type Words = { readonly order: OrderDetail; readonly text: AppText; readonly format: Format };

/**
 * What happened, as a person says it. The details of an event were written by whatever version of the program
 * was running then, so that anything may be missing from them; the sentence then says less, never something odd.
 */
export function eventWords(event: OrderEvent, words: Words): string {
  const { order, text } = words;
  switch (event.kind) {
    case 'placed':
      return placedWords(event, words);
    case 'paid':
      return text('orders.event-paid', moneyMoved(event, words));
    case 'refund':
      return text('orders.event-refund', moneyMoved(event, words));
    case 'status':
      return statusWords(event, text);
    case 'printed': {
      const print = numberIn(event, 'print');
      return print !== null && print > 1
        ? text('orders.event-printed-copy', { number: print })
        : text('orders.event-printed');
    }
    case 'oversold':
      return oversoldWords(event, words);
    case 'return':
      return text('orders.event-return');
    case 'edited':
      return text('orders.event-edited');
    case 'note': {
      const note = textIn(event, 'note') ?? (order.events.length === 1 ? order.note : null);
      return note === null ? text('orders.event-note') : text('orders.event-note-text', { note });
    }
    default:
      return assertNever(event.kind);
  }
}

function placedWords(event: OrderEvent, { order, text, format }: Words): string {
  const total = format.money(money(numberIn(event, 'total') ?? order.total));
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

function moneyMoved(event: OrderEvent, { format }: Words): { amount: string; tender: string } {
  return {
    amount: format.money(money(numberIn(event, 'amount') ?? 0)),
    tender: textIn(event, 'tender') ?? '–',
  };
}

function statusWords(event: OrderEvent, text: AppText): string {
  const name = (field: string): string => {
    const status = orderStatuses.find((one) => one === event.details[field]);
    return status === undefined ? '–' : text(`ui.status-${status}`);
  };
  return textIn(event, 'from') === null
    ? text('orders.event-status-to', { to: name('to') })
    : text('orders.event-status', { from: name('from'), to: name('to') });
}

function oversoldWords(event: OrderEvent, { order, text, format }: Words): string {
  const name = textIn(event, 'name') ?? '–';
  const unit = order.lines.find((line) => line.name === name)?.unit;
  const written = (field: string) => format.quantity(quantity(numberIn(event, field) ?? 0), unit);
  return text('orders.event-oversold', {
    name,
    wanted: written('wanted'),
    available: written('available'),
  });
}

function textIn(event: OrderEvent, field: string): string | null {
  const value = event.details[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

function numberIn(event: OrderEvent, field: string): number | null {
  const value = event.details[field];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}
