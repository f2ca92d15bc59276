import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { productName } from '../../bridge/cart-line-of.ts';
import { pictureUrl } from '../../bridge/picture-url.ts';
import { useApp } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Picture } from '../../ui/picture.tsx';
import styles from './found-product.module.css';

/** A product that can be added: its picture, name, what is left of it, and its price. */
export function FoundProduct({ tile }: { readonly tile: ProductTile }) {
  const { text, format } = useApp();
  const name = productName(tile);
  return (
    <>
      <Picture src={tile.pictureId === null ? null : pictureUrl(tile.pictureId)} name={name} size="small" />
      <span className={styles.words}>
        <bdi className={styles.name}>{name}</bdi>
        <span className={styles.detail}>
          {tile.sku !== null && <bdi>{tile.sku}</bdi>}
          {tile.tracked && (
            <span>{text('orders.edit-left', { quantity: format.quantity(tile.available, tile.unit) })}</span>
          )}
        </span>
      </span>
      <MoneyText amount={tile.price} currencySign={false} />
    </>
  );
}
