import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import type { Format } from '../../../shared/text/format.ts';

/** A difference with its sign: `+3`, `−0.5 kg`. */
export function signedQuantity(amount: Quantity, unit: Unit, format: Format): string {
  const written = format.quantity(amount, unit);
  return amount > 0 ? `+${written}` : written;
}
