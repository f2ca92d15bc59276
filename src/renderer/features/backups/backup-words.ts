import type { BackupFacts } from '../../../shared/contract/backup-fields.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import type { AppText } from '../../../shared/text/english.ts';
import { createFormat, type Format } from '../../../shared/text/format.ts';
import type { Tone } from '../../ui/status-pill.tsx';
import type { KeptRow } from './timeline.tsx';

export const stateTones: Readonly<Record<KeptRow['state'], Tone>> = {
  verified: 'positive',
  damaged: 'danger',
  unknown: 'warning',
};

/** An amount of a backup, as the shop in it writes its amounts: it may be another than the one that is open. */
export function factMoney(
  { currency, currencyExponent: exponent }: BackupFacts,
  amount: Money,
  format: Format,
): string {
  if (currency === format.currency && exponent === format.exponent) return format.money(amount);
  const { locale, timeZone } = format;
  return createFormat({ locale, timeZone, currency, exponent }).money(money(amount));
}

/** What is in a shop file, in terms and details. */
export function inIt(facts: BackupFacts | null, text: AppText, format: Format) {
  if (facts === null) return [];
  const { lastOrder } = facts;
  return [
    { term: text('backups.fact-shop'), detail: facts.shop },
    { term: text('backups.orders'), detail: format.number(facts.orders) },
    { term: text('backups.sales'), detail: factMoney(facts, facts.sales, format) },
    {
      term: text('backups.last-order'),
      detail: lastOrder
        ? text('backups.fact-order', {
            ...{ number: lastOrder.number, time: format.dateTime(lastOrder.at) },
            total: factMoney(facts, lastOrder.total, format),
          })
        : text('backups.fact-no-order'),
    },
    { term: text('backups.fact-products'), detail: format.number(facts.products) },
    { term: text('backups.fact-customers'), detail: format.number(facts.customers) },
  ];
}
