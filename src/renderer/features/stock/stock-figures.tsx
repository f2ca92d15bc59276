import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { LevelBadge } from './level-badge.tsx';
import { LevelBar } from './level-bar.tsx';
import type { ProductStock } from './stock-dialog-frame.tsx';
import styles from './stock-figures.module.css';

/** What is on hand of a product, what of it is spoken for, and how that stands to its reorder level. */
export function StockFigures({ stock }: { readonly stock: ProductStock }) {
  const { text, format } = useApp();
  const { onHand, reserved, available, reorderLevel, cost, unit } = stock;
  if (!stock.tracked) {
    return (
      <Card title={text('stock.product-not-counted')}>
        <p className={styles.quiet}>{text('stock.product-not-counted-help')}</p>
      </Card>
    );
  }
  const figures = [
    { key: 'available', amount: available },
    { key: 'on-hand', amount: onHand },
    { key: 'reserved', amount: reserved },
  ] as const;
  return (
    <Card>
      <dl className={styles.figures}>
        {figures.map(({ key, amount }) => (
          <div key={key} className={styles.figure}>
            <dt className={styles.label}>{text(`stock.${key}`)}</dt>
            <dd className={joinClasses(styles.value, key === 'available' && amount <= 0 && styles.short)}>
              <bdi>{format.quantity(amount, unit)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <div className={styles.level}>
        <span className={styles.levelWords}>
          <LevelBadge stock={stock} always />
          <span className={styles.quiet}>
            {text('stock.level')} <bdi>{format.quantity(reorderLevel, unit)}</bdi>
          </span>
        </span>
        <LevelBar available={available} reorderLevel={reorderLevel} />
      </div>
      {cost !== null && (
        <p className={styles.cost}>
          <span className={styles.quiet}>{text('stock.cost')}</span>
          <MoneyText amount={cost} />
        </p>
      )}
    </Card>
  );
}
