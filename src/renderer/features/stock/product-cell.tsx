import { pictureUrl } from '../../bridge/picture-url.ts';
import { Picture } from '../../ui/picture.tsx';
import styles from './product-cell.module.css';

type ProductCellProps = {
  readonly name: string;
  readonly sku: string | null;
  readonly pictureId: number | null;
};

/** A product in a row: picture, name, SKU. A name that is too long is whole on hover. */
export function ProductCell({ name, sku, pictureId }: ProductCellProps) {
  return (
    <span className={styles.product} title={name}>
      <Picture src={pictureId === null ? null : pictureUrl(pictureId)} name={name} size="small" />
      <span className={styles.words}>
        <span dir="auto" className={styles.name}>
          {name}
        </span>
        {sku !== null && <bdi className={styles.sku}>{sku}</bdi>}
      </span>
    </span>
  );
}
