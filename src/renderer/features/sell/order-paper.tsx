import { useMemo } from 'react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { paperDirection } from '../../../shared/documents/paper-direction.ts';
import { receiptBlocks } from '../../../shared/documents/receipt-blocks.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ReceiptPaper } from '../../ui/receipt/receipt-paper.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './order-paper.module.css';

type OrderPaperProps = {
  readonly orderId: number;
  /** Just sold: shows the first print, also once it is printed and the next would be a copy. */
  readonly isNewSale: boolean;
};

/** The receipt of an order as paper. */
export function OrderPaper({ orderId, isNewSale }: OrderPaperProps) {
  const { text, format, direction } = useApp();
  const errorText = useErrorText();
  const shop = useShop();
  const answer = useApiQuery('orders.get', { orderId });
  const order = answer.data;
  const blocks = useMemo(
    () => order && receiptBlocks(isNewSale ? neverPrinted(order) : order, shop, text, format),
    [order, isNewSale, shop, text, format],
  );
  return (
    <section
      className={styles.desk}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard, as long receipts must be
      tabIndex={0}
      aria-label={text('sell.receipt-title', { number: String(orderId) })}
    >
      {answer.error && (
        <ErrorState
          happened={text('sell.receipt-unreadable')}
          safe={text('sell.receipt-safe')}
          advice={errorText(answer.error)}
          onRetry={() => void answer.refetch()}
        />
      )}
      {answer.isPending && <Skeleton height="24rem" />}
      {blocks && (
        <ReceiptPaper
          blocks={blocks}
          paper={shop.receiptPaper}
          direction={paperDirection(shop, direction === 'rtl')}
          label={text('documents.order-number', { number: String(orderId) })}
          arrives={isNewSale}
        />
      )}
    </section>
  );
}

function neverPrinted(order: OrderDetail): OrderDetail {
  return { ...order, events: order.events.filter((event) => event.kind !== 'printed') };
}
