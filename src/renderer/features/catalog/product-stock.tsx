import { useApp } from '../../ui/app-context.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './product-stock.module.css';
import type { ProductInFull } from './product-words.ts';

/** What is on hand, reserved for orders, and can still be sold. */
export function ProductStock({ product }: { readonly product: ProductInFull }) {
  const { text, format } = useApp();
  if (!product.tracked) return null;
  const { onHand, reserved, available, unit } = product;
  const figures = [
    { key: 'on-hand', amount: onHand },
    { key: 'reserved', amount: reserved },
    { key: 'available', amount: available },
  ] as const;
  return (
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
  );
}
