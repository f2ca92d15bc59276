import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Badge } from '../../ui/status-pill.tsx';

type VarianceProps = { readonly counted: Quantity; readonly expected: Quantity; readonly unit: Unit };

/** More or fewer than expected, in a word with its colour. */
export function Variance({ counted, expected, unit }: VarianceProps) {
  const { text, format } = useApp();
  const difference = counted - expected;
  if (difference === 0) return <Badge>{text('stock-take.variance-none')}</Badge>;
  const written = format.quantity(quantity(Math.abs(difference)), unit);
  return difference > 0 ? (
    <Badge tone="info">{text('stock-take.variance-more', { quantity: `+${written}` })}</Badge>
  ) : (
    <Badge tone="danger">{text('stock-take.variance-fewer', { quantity: `−${written}` })}</Badge>
  );
}
