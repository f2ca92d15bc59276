import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import styles from './product-stock.module.css';

/** How much of a product can still be promised; nothing for what is not counted. */
export function ProductStock({ tile }: { readonly tile: ProductTile }) {
  const text = useText();
  const format = useFormat();
  const { available, unit, tracked, low } = tile;
  if (!tracked) return null;
  if (available <= 0)
    return <span className={joinClasses(styles.stock, styles.out)}>{text('sell.stock-out')}</span>;
  const quantity = format.quantity(available, unit);
  return (
    <span className={joinClasses(styles.stock, low && styles.low)}>
      {text(low ? 'sell.stock-low' : 'sell.stock-left', { quantity })}
    </span>
  );
}
