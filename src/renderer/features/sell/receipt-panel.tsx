import { FileDown, Printer, ScrollText } from 'lucide-react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { navigate } from '../../ui/router.ts';
import { OrderPaper } from './order-paper.tsx';
import styles from './receipt-panel.module.css';
import { SaleFigures } from './sale-figures.tsx';
import type { Sale } from './sell-reducer.ts';
import { useReceipt } from './use-receipt.ts';

type ReceiptPanelProps = {
  readonly orderId: number;
  /** The sale that was just made; null for an order of before. */
  readonly sale: Sale | null;
  readonly onClose: () => void;
};

/** The receipt as the paper it is, what to hand back, and the way to the next customer. */
export function ReceiptPanel({ orderId, sale, onClose }: ReceiptPanelProps) {
  const text = useText();
  const receipt = useReceipt(orderId, sale !== null);
  const { news } = receipt;
  const openOrder = () => {
    onClose();
    navigate(`/orders/${orderId}`);
  };
  useHotkeys([
    { keys: 'P', label: text('sell.print'), run: receipt.print },
    { keys: 'S', label: text('sell.save-pdf'), run: receipt.save },
    { keys: 'Enter', label: text(sale ? 'sell.new-sale' : 'sell.close'), run: onClose },
  ]);
  return (
    <div className={styles.panel}>
      <div className={styles.side}>
        {sale && <SaleFigures sale={sale} />}
        <Button size="touch" variant="primary" wide keys="Enter" autoFocus onPress={onClose}>
          {text(sale ? 'sell.new-sale' : 'sell.close')}
        </Button>
        <div className={styles.pair}>
          <Button
            size="touch"
            wide
            icon={<Printer />}
            keys="P"
            pending={receipt.isPrinting}
            onPress={receipt.print}
          >
            {text('sell.print')}
          </Button>
          <Button
            size="touch"
            wide
            icon={<FileDown />}
            keys="S"
            pending={receipt.isSaving}
            onPress={receipt.save}
          >
            {text('sell.save-pdf')}
          </Button>
        </div>
        <p className={styles.news} role="status" data-tone={news?.tone}>
          {receipt.isPrinting ? text('sell.printing') : news?.words}
        </p>
        <span className={styles.space} />
        <Button variant="quiet" icon={<ScrollText />} onPress={openOrder}>
          {text('sell.open-order')}
        </Button>
      </div>
      <OrderPaper orderId={orderId} isNewSale={sale !== null} />
    </div>
  );
}
