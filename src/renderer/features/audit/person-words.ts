import type { Output } from '../../../shared/contract/index.ts';
import type { AppText } from '../../../shared/text/english.ts';

type Entry = Pick<Output<'audit.list'>['items'][number], 'actor' | 'staff' | 'customerId'>;

/** Who did it: a person by name, a customer by number, or Orderlla itself. */
export function personWords({ actor, staff, customerId }: Entry, text: AppText): string {
  if (staff !== null) return staff.name;
  if (customerId !== null) return text('audit.customer-number', { number: String(customerId) });
  return text(`audit.actor-${actor}`);
}
