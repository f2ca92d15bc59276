import { isLow } from '../../../shared/domain/oversell.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import { useText } from '../../ui/app-context.tsx';
import { Badge } from '../../ui/status-pill.tsx';

type LevelBadgeProps = {
  readonly stock: {
    readonly onHand: Quantity;
    readonly reserved: Quantity;
    readonly available: Quantity;
    readonly reorderLevel: Quantity;
  };
  /** Says so too where all is well. */
  readonly always?: boolean;
};

/** How a product that is counted stands, in a word with its colour. */
export function LevelBadge({ stock, always = false }: LevelBadgeProps) {
  const text = useText();
  if (stock.available < 0) return <Badge tone="danger">{text('stock.oversold')}</Badge>;
  if (stock.available === 0) return <Badge tone="danger">{text('stock.out')}</Badge>;
  if (isLow({ ...stock, tracked: true })) return <Badge tone="warning">{text('stock.is-low')}</Badge>;
  return always ? <Badge tone="positive">{text('stock.enough')}</Badge> : null;
}
