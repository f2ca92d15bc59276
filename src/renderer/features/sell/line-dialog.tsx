import { LineDiscountDialog } from './line-discount-dialog.tsx';
import { LineNoteDialog } from './line-note-dialog.tsx';
import { LinePriceDialog } from './line-price-dialog.tsx';
import { LineQuantityDialog } from './line-quantity-dialog.tsx';
import { useSell } from './sell-context.ts';

type LineDialogProps = {
  readonly kind: 'line-quantity' | 'line-discount' | 'line-price' | 'line-note';
  readonly lineId: string;
};

/** What is asked about one line; nothing where the line is gone meanwhile. */
export function LineDialog({ kind, lineId }: LineDialogProps) {
  const { cart } = useSell().state;
  const line = cart.lines.find((one) => one.id === lineId);
  if (line === undefined) return null;
  switch (kind) {
    case 'line-quantity':
      return <LineQuantityDialog line={line} />;
    case 'line-discount':
      return <LineDiscountDialog line={line} />;
    case 'line-price':
      return <LinePriceDialog line={line} />;
    case 'line-note':
      return <LineNoteDialog line={line} />;
  }
}
