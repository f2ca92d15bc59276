import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { productName } from '../../bridge/cart-line-of.ts';
import { ProductPrice } from './product-price.tsx';
import { ProductStock } from './product-stock.tsx';
import styles from './variant-button.module.css';

type VariantButtonProps = {
  readonly variant: ProductTile;
  /** Absent in a matrix, whose headings say it. */
  readonly label?: string;
  readonly onChoose: (variant: ProductTile) => void;
};

/** One kind of a product with its price and stock. */
export function VariantButton({ variant, label, onChoose }: VariantButtonProps) {
  return (
    <button
      type="button"
      data-cell
      className={styles.variant}
      aria-label={label === undefined ? productName(variant) : undefined}
      onClick={() => onChoose(variant)}
    >
      {label !== undefined && (
        <span className={styles.label}>
          <bdi>{label}</bdi>
        </span>
      )}
      <span className={styles.price}>
        <ProductPrice tile={variant} />
      </span>
      <ProductStock tile={variant} />
    </button>
  );
}
