import { memo } from 'react';
import { productName } from '../../bridge/cart-line-of.ts';
import { pictureUrl } from '../../bridge/picture-url.ts';
import { useText } from '../../ui/app-context.tsx';
import { Picture } from '../../ui/picture.tsx';
import type { ShelfItemProps } from './product-card.tsx';
import { ProductPrice } from './product-price.tsx';
import styles from './product-row.module.css';
import { ProductStock } from './product-stock.tsx';

/** A product that was found: picture, name, SKU, stock, price. */
export const ProductRow = memo(function ProductRow(props: ShelfItemProps) {
  const { tile } = props;
  const text = useText();
  const detail = tile.kind === 'parent' ? text('sell.kinds', { count: tile.variantCount }) : tile.sku;
  return (
    <button
      type="button"
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={props.active}
      aria-posinset={props.place}
      aria-setsize={props.count}
      className={styles.row}
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
      </span>
      <span className={styles.words}>
        <span className={styles.name} title={productName(tile)}>
          <bdi>{productName(tile)}</bdi>
        </span>
        <span className={styles.detail}>
          {detail !== null && <bdi>{detail}</bdi>}
          <ProductStock tile={tile} />
        </span>
      </span>
      <span className={styles.price}>
        <ProductPrice tile={tile} />
      </span>
    </button>
  );
});
