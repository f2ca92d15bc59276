import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { useApp } from '../../ui/app-context.tsx';
import { List } from '../../ui/list.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import styles from './kind-list.module.css';

type KindListProps = {
  readonly kinds: readonly ProductTile[];
  readonly onPick: (tile: ProductTile) => void;
};

/** The kinds of a product, each a press away. */
export function KindList({ kinds, onPick }: KindListProps) {
  const { text, format } = useApp();
  return (
    <List label={text('orders.edit-found')} items={kinds} itemKey={(tile) => String(tile.id)} onOpen={onPick}>
      {(tile) => (
        <>
          <bdi className={styles.name}>{tile.variantLabel ?? tile.name}</bdi>
          {tile.tracked && (
            <span className={styles.left}>
              {text('orders.edit-left', { quantity: format.quantity(tile.available, tile.unit) })}
            </span>
          )}
          <MoneyText amount={tile.price} currencySign={false} />
        </>
      )}
    </List>
  );
}
