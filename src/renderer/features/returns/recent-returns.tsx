import { useState } from 'react';
import { type PageItem, useApiPages } from '../../bridge/api-query.ts';
import { addressId } from '../../ui/address-id.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { List } from '../../ui/list.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { changeQuery, usePlace } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import styles from './recent-returns.module.css';
import { ReturnPanel } from './return-panel.tsx';

type ReturnRow = PageItem<'returns.list'>;

/** What came back last, each to be opened beside the search. */
export function RecentReturns() {
  const text = useText();
  const { query } = usePlace();
  const openId = addressId(query.return);
  const [withoutReceipt, setWithoutReceipt] = useState(false);
  const pages = useApiPages('returns.list', { withoutReceipt, limit: 20 });
  const open = (returnId: number | null) =>
    changeQuery({ return: returnId === null ? undefined : String(returnId) });
  if (openId !== null) return <ReturnPanel key={openId} returnId={openId} onClose={() => open(null)} />;
  return (
    <section className={styles.recent} aria-label={text('returns.recent')}>
      <header className={styles.header}>
        <h2 className={styles.title}>{text('returns.recent')}</h2>
        <Checkbox checked={withoutReceipt} onChange={setWithoutReceipt}>
          {text('returns.only-without-receipt')}
        </Checkbox>
      </header>
      <div className={styles.body}>
        {pages.isPending ? (
          <Skeleton height="8rem" />
        ) : pages.error ? (
          <Unreadable error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <List
            label={text('returns.recent')}
            items={pages.items}
            itemKey={(row) => String(row.returnId)}
            onOpen={(row) => open(row.returnId)}
            empty={
              <EmptyState drawing="products" title={text('returns.recent-none')}>
                {text('returns.recent-none-help')}
              </EmptyState>
            }
          >
            {(row) => <Row row={row} />}
          </List>
        )}
        {pages.hasNextPage && (
          <div className={styles.more}>
            <Button
              size="small"
              onPress={() => void pages.fetchNextPage()}
              pending={pages.isFetchingNextPage}
            >
              {text('returns.show-more')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

function Row({ row }: { readonly row: ReturnRow }) {
  const { text, format } = useApp();
  const source =
    row.orderId === null
      ? text('returns.no-receipt')
      : text('returns.from-order', { number: String(row.orderId) });
  return (
    <span className={styles.row}>
      <span className={styles.words}>
        <span className={styles.first}>
          <span>{text('returns.return-row', { number: String(row.returnId), source })}</span>
          {row.orderId === null && <Badge tone="warning">{text('returns.no-receipt-badge')}</Badge>}
          {row.exchangeOrderId !== null && <Badge tone="info">{text('returns.exchange-badge')}</Badge>}
        </span>
        <span className={styles.detail}>
          <bdi>{format.dateTime(row.at)}</bdi>
          {row.customerName !== null && <bdi>{row.customerName}</bdi>}
          <span>{text('returns.lines-count', { count: row.lineCount })}</span>
        </span>
      </span>
      <MoneyText amount={row.total} currencySign={false} />
    </span>
  );
}

function Unreadable({
  error,
  onRetry,
}: {
  readonly error: { reference: string | null };
  readonly onRetry: () => void;
}) {
  const text = useText();
  const errorText = useErrorText();
  return (
    <ErrorState
      happened={text('returns.recent-unreadable')}
      safe={text('returns.unreadable-safe')}
      advice={errorText(error)}
      id={error.reference ?? undefined}
      onRetry={onRetry}
    />
  );
}
