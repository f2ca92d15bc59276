import type { Quantity } from '../../../shared/domain/quantity.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { List } from '../../ui/list.tsx';
import { navigate } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import styles from './needs-a-person.module.css';
import type { Low } from './use-dashboard.ts';

type LowStockProps = { readonly count: number | null; readonly low: readonly Low[] | null };

/** Products that run out, those sold beyond their stock first. */
export function LowStockCard({ count, low }: LowStockProps) {
  const text = useText();
  const mayReceive = useMay('receive-stock');
  return (
    <Card title={text('dashboard.running-low')} flush>
      {count !== null && count > 0 && (
        <p className={styles.counts}>
          <Link to="/products" query={{ stock: 'low' }}>
            {text('dashboard.all-low', { count })}
          </Link>
        </p>
      )}
      {low === null ? (
        <div className={styles.waiting}>
          <Skeleton height="6rem" />
        </div>
      ) : (
        <List
          label={text('dashboard.running-low')}
          items={low}
          itemKey={(product) => String(product.productId)}
          onOpen={({ productId }) => navigate(`/stock/products/${productId}`)}
          empty={text('dashboard.nothing-low')}
          action={mayReceive ? (product) => <ReceiveButton product={product} /> : undefined}
        >
          {(product) => <LowRow product={product} />}
        </List>
      )}
    </Card>
  );
}

function ReceiveButton({ product: { productId, name } }: { readonly product: Low }) {
  const text = useText();
  return (
    <span className={styles.step}>
      <Button
        size="small"
        wide
        label={text('dashboard.receive-of', { name })}
        onPress={() => navigate('/stock/receive', { query: { product: String(productId) } })}
      >
        {text('dashboard.receive')}
      </Button>
    </span>
  );
}

function LowRow({ product }: { readonly product: Low }) {
  const { text, format } = useApp();
  const written = (amount: Quantity) => format.quantity(amount, product.unit);
  return (
    <>
      <span className={styles.words}>
        <span className={styles.name} title={product.name}>
          <bdi>{product.name}</bdi>
        </span>
        <span className={styles.detail}>
          {text('dashboard.reorder-at', { quantity: written(product.reorderLevel) })}
        </span>
      </span>
      <Left available={product.available} written={written} />
    </>
  );
}

type LeftProps = { readonly available: Quantity; readonly written: (amount: Quantity) => string };

function Left({ available, written }: LeftProps) {
  const text = useText();
  if (available < 0) {
    const short = written(quantity(-available));
    return <Badge tone="danger">{text('dashboard.short', { quantity: short })}</Badge>;
  }
  if (available === 0) return <Badge tone="danger">{text('dashboard.none-left')}</Badge>;
  return <Badge tone="warning">{text('dashboard.left', { quantity: written(available) })}</Badge>;
}
