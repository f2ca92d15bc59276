import type { KioskTile } from '../../../shared/contract/kiosk-views.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';

/** What a thing costs, and of what where it is weighed or measured. */
export function priceWords({ price, unit }: KioskTile, text: AppText, format: Format): string {
  const written = format.money(price);
  if (!isMeasured(unit)) return written;
  return text('kiosk.price-per-unit', { price: written, unit: text(`catalog.sign-${unit}`) });
}
