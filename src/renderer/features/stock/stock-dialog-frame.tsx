import type { ReactNode } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { StockTrouble } from './stock-trouble.tsx';

export type ProductStock = Output<'stock.get'>;

type StockDialogFrameProps = {
  readonly productId: number;
  readonly titleKey: 'stock.adjust-of' | 'stock.write-off-of';
  readonly onClose: () => void;
  /** The dialog itself, once the product's stock is known; drawn again whenever it changes. */
  readonly children: (stock: ProductStock) => ReactNode;
};

/** A dialog about a product's stock, there as soon as that is read; or why it cannot be. */
export function StockDialogFrame({ productId, titleKey, onClose, children }: StockDialogFrameProps) {
  const text = useText();
  const { data, error, refetch } = useApiQuery('stock.get', { productId });
  if (data) return children(data);
  if (!error) return null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={text(titleKey, { name: text('stock.product') })}
      footer={<Button onPress={onClose}>{text('ui.close')}</Button>}
    >
      <StockTrouble
        happened={text('stock.product-unreadable')}
        error={error}
        onRetry={() => void refetch()}
      />
    </Dialog>
  );
}
