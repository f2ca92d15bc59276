import { useApiQuery } from '../../bridge/api-query.ts';
import { isRefusal } from '../../bridge/client.ts';
import { useMay } from '../../bridge/use-session.ts';
import { addressId } from '../../ui/address-id.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CountActions } from './count-actions.tsx';
import { CountSheet } from './count-sheet.tsx';
import styles from './count-sheet-page.module.css';
import { CountSubtitle } from './count-subtitle.tsx';
import { StockTrouble } from './stock-trouble.tsx';

const showAll = () => navigate('/stock/counts');

/** One stock-take by the number in the address: its sheet, how far it is, and its end. */
export function CountSheetPage({ number }: { readonly number: string }) {
  const text = useText();
  const mayCount = useMay('count-stock');
  const countId = addressId(number);
  const { data, error, refetch } = useApiQuery(
    'stockCounts.get',
    { countId: countId ?? 1 },
    { enabled: countId !== null && mayCount },
  );
  useHotkeys([{ keys: 'Escape', label: text('stock-take.counts-all'), run: showAll }]);
  return (
    <div className={styles.page}>
      <PageHeader
        title={data?.name ?? text('stock-take.count')}
        onBack={showAll}
        subtitle={data && <CountSubtitle count={data} />}
        actions={data?.state === 'open' && <CountActions count={data} />}
      />
      {!mayCount ? (
        <EmptyState drawing="problem" title={text('stock.no-right-title')}>
          {text('stock.no-right', { part: text('stock.counts') })}
        </EmptyState>
      ) : countId === null || (error && isRefusal(error, 'not-found')) ? (
        <EmptyState
          drawing="search"
          title={text('stock-take.sheet-not-there', { number })}
          action={<Button onPress={showAll}>{text('stock-take.counts-all')}</Button>}
        >
          {text('stock-take.sheet-not-there-help')}
        </EmptyState>
      ) : data ? (
        <CountSheet count={data} />
      ) : error ? (
        <StockTrouble
          happened={text('stock-take.sheet-unreadable')}
          error={error}
          onRetry={() => void refetch()}
        />
      ) : (
        <div role="status" aria-label={text('ui.loading')}>
          <Skeleton height="24rem" />
        </div>
      )}
    </div>
  );
}
