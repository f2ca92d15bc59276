import type { Quantity } from '../../../shared/domain/quantity.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { List } from '../../ui/list.tsx';
import { navigate } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import styles from './needs-a-person.module.css';
import type { Today } from './use-dashboard.ts';

type Low = Today['lowStock']['worst'][number];

/** Products that run out, those sold beyond their stock first. */
export function LowStockCard({ data }: { readonly data: Today | null }) {
  const text = useText();
  return (
    <Card title={text('dashboard.running-low')} flush>
      {data === null ? (
        <div className={styles.waiting}>
          <Skeleton height="6rem" />
        </div>
      ) : (
        <>
          {data.lowStock.count > 0 && (
            <p className={styles.counts}>
              <Link to="/products" query={{ stock: 'low' }}>
                {text('dashboard.all-low', { count: data.lowStock.count })}
              </Link>
            </p>
          )}
          <List
            label={text('dashboard.running-low')}
            items={data.lowStock.worst}
            itemKey={(product) => String(product.productId)}
            onOpen={(product) =>
              navigate('/products', { query: { stock: 'low', product: String(product.productId) } })
            }
            empty={text('dashboard.nothing-low')}
          >
            {(product) => <LowRow product={product} />}
          </List>
        </>
      )}
    </Card>
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
