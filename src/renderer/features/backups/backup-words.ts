import type { BackupFacts } from '../../../shared/contract/backup-fields.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
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
