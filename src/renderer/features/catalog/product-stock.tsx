import { useApiQuery } from '../../bridge/api-query.ts';
import { useApp } from '../../ui/app-context.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { Link } from '../../ui/link.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import styles from './product-stock.module.css';
import type { ProductInFull } from './product-words.ts';

/** What is on hand, reserved for orders, and can still be sold; below it the way to how that came about. */
export function ProductStock({ product }: { readonly product: ProductInFull }) {
  const { text, format } = useApp();
  const isParent = product.kind === 'parent';
  if (!product.tracked) return isParent ? null : <History product={product} />;
  const { onHand, reserved, available, unit } = product;
  const figures = [
    { key: 'on-hand', amount: onHand },
    { key: 'reserved', amount: reserved },
    { key: 'available', amount: available },
  ] as const;
  return (
    <div className={styles.frame}>
      <dl className={styles.stock}>
        {figures.map(({ key, amount }) => (
          <div key={key} className={styles.figure}>
            <dt className={styles.label}>{text(`catalog.${key}`)}</dt>
            <dd className={joinClasses(styles.value, key === 'available' && available < 0 && styles.short)}>
              <bdi>{format.quantity(amount, unit)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {!isParent && <History product={product} />}
    </div>
  );
}

/** The last days as a line, and the link to the ledger behind them. */
function History({ product }: { readonly product: ProductInFull }) {
  const { text } = useApp();
  const { id, tracked } = product;
  const days = useApiQuery('stock.get', { productId: id }, { enabled: tracked }).data?.days;
  return (
    <p className={styles.history}>
      <Link to={`/stock/products/${id}`}>{text('catalog.stock-history')}</Link>
      {days && <Sparkline values={days.map(({ onHand }) => onHand)} label={text('catalog.stock-days')} />}
    </p>
  );
}
