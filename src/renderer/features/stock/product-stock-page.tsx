import { useApiQuery } from '../../bridge/api-query.ts';
import { isRefusal } from '../../bridge/client.ts';
import { useMay } from '../../bridge/use-session.ts';
import { addressId } from '../../ui/address-id.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useActions, useHotkeys } from '../../ui/hotkeys.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { goBack, navigate } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Ledger } from './ledger.tsx';
import { ProductRules } from './product-rules.tsx';
import styles from './product-stock-page.module.css';
import { StockActions } from './stock-actions.tsx';
import { StockDays } from './stock-days.tsx';
import type { ProductStock } from './stock-dialog-frame.tsx';
import { StockFigures } from './stock-figures.tsx';
import { showProduct } from './stock-places.ts';
import { StockTrouble } from './stock-trouble.tsx';
import { useStockScan } from './use-stock-scan.ts';

/** The stock of one product: its figures, its last days, its rules, and the ledger behind them. */
export function ProductStockPage({ number }: { readonly number: string }) {
  const text = useText();
  const productId = addressId(number);
  const { data, error, refetch } = useApiQuery(
    'stock.get',
    { productId: productId ?? 1 },
    { enabled: productId !== null },
  );
  const isParent =
    useApiQuery('catalog.product', { productId: productId ?? 1 }, { enabled: data !== undefined }).data
      ?.kind === 'parent';
  const leave = () => {
    if (window.history.length > 1) goBack();
    else navigate('/stock');
  };
  const mayEdit = useMay('edit-catalogue');
  useHotkeys([{ keys: 'Escape', label: text('ui.back'), run: leave }]);
  useActions([
    {
      label: text('catalog.edit'),
      run: () => navigate(`/products/${productId}/edit`),
      enabled: mayEdit && data !== undefined,
    },
  ]);
  useStockScan((row) => showProduct(row.id));
  return (
    <div className={styles.page}>
      <PageHeader
        title={data?.name ?? text('stock.history')}
        onBack={leave}
        subtitle={data && <Subtitle stock={data} />}
        actions={data && !isParent && <StockActions stock={data} />}
      />
      {productId === null || (error && isRefusal(error, 'not-found')) ? (
        <EmptyState drawing="search" title={text('stock.product-not-there')}>
          {text('stock.product-not-there-help')}
        </EmptyState>
      ) : data && isParent ? (
        <IsParent stock={data} />
      ) : data ? (
        <Body stock={data} />
      ) : error ? (
        <StockTrouble
          happened={text('stock.product-unreadable')}
          error={error}
          onRetry={() => void refetch()}
        />
      ) : (
        <div role="status" aria-label={text('ui.loading')} className={styles.waiting}>
          <Skeleton height="5rem" />
          <Skeleton height="16rem" />
        </div>
      )}
    </div>
  );
}

/** Nothing of a parent lies on the shelf: it is its variants that are counted. */
function IsParent({ stock }: { readonly stock: ProductStock }) {
  const text = useText();
  const { productId, name } = stock;
  return (
    <EmptyState
      drawing="products"
      title={text('stock.parent-has-variants', { name })}
      action={
        <Button onPress={() => navigate('/products', { query: { product: String(productId) } })}>
          {text('stock.see-variants')}
        </Button>
      }
    >
      {text('stock.parent-has-variants-help')}
    </EmptyState>
  );
}

function Subtitle({ stock }: { readonly stock: ProductStock }) {
  const text = useText();
  return (
    <span className={styles.subtitle}>
      <span>{text('stock.history')}</span>
      {stock.sku !== null && <bdi>{stock.sku}</bdi>}
    </span>
  );
}

function Body({ stock }: { readonly stock: ProductStock }) {
  return (
    <div className={styles.columns}>
      <div className={styles.ledger}>
        <Ledger stock={stock} />
      </div>
      <div className={styles.aside}>
        <StockFigures stock={stock} />
        {stock.tracked && <StockDays stock={stock} />}
        <ProductRules stock={stock} />
      </div>
    </div>
  );
}
