import { memo } from 'react';
import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { productName } from '../../bridge/cart-line-of.ts';
import { pictureUrl } from '../../bridge/picture-url.ts';
import { useText } from '../../ui/app-context.tsx';
import { Picture } from '../../ui/picture.tsx';
import styles from './product-card.module.css';
import { ProductPrice } from './product-price.tsx';
import { ProductStock } from './product-stock.tsx';

export type ShelfItemProps = {
  readonly id: string;
  readonly tile: ProductTile;
  /** Its place in the whole list from 1, and how many there are; −1 while nobody knows. */
  readonly place: number;
  readonly count: number;
  readonly active: boolean;
  readonly onPress: (tile: ProductTile) => void;
};

/** A product as a picture with its price: one press puts it into the cart. */
export const ProductCard = memo(function ProductCard(props: ShelfItemProps) {
  const { tile } = props;
  const text = useText();
  const isParent = tile.kind === 'parent';
  return (
    <button
      type="button"
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={props.active}
      aria-posinset={props.place}
      aria-setsize={props.count}
      className={styles.card}
      data-active={props.active || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onPress(tile)}
    >
      <span className={styles.picture}>
        <Picture
          src={tile.pictureId === null ? null : pictureUrl(tile.pictureId)}
          name={tile.name}
          category={String(tile.colour)}
        />
        {isParent && <span className={styles.kinds}>{text('sell.kinds', { count: tile.variantCount })}</span>}
      </span>
      <span className={styles.name} title={productName(tile)}>
        <bdi>{productName(tile)}</bdi>
      </span>
      <span className={styles.foot}>
        <span className={styles.price}>
          <ProductPrice tile={tile} />
        </span>
        <ProductStock tile={tile} />
      </span>
    </button>
  );
});
