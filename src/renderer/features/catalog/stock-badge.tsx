import { useText } from '../../ui/app-context.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import type { ProductRow } from './use-product-list.ts';

/** Whether there is too little of a product, in a word; nothing where all is well. */
export function StockBadge({
  product: { tracked, available, low },
}: {
  readonly product: Pick<ProductRow, 'tracked' | 'available' | 'low'>;
}) {
  const text = useText();
  if (!tracked) return null;
  if (available < 0) return <Badge tone="danger">{text('catalog.oversold')}</Badge>;
  if (available === 0) return <Badge tone="danger">{text('catalog.out')}</Badge>;
  return low ? <Badge tone="warning">{text('catalog.low')}</Badge> : null;
}
