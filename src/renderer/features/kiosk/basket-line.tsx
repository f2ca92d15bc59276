import { pictureUrl } from '../../bridge/picture-url.ts';
import { useFormat } from '../../ui/app-context.tsx';
import { Picture } from '../../ui/picture.tsx';
import styles from './basket-line.module.css';
import { Pieces } from './pieces.tsx';
import type { PricedBasketLine } from './use-basket.ts';

/** One thing in the basket: its picture, how many, and what they cost. */
export function BasketLine({ line }: { readonly line: PricedBasketLine }) {
  const format = useFormat();
  const { tile, pieces, total } = line;
  return (
    <li className={styles.line}>
      <span className={styles.thumb}>
        <Picture src={tile.pictureId === null ? null : pictureUrl(tile.pictureId)} name={tile.name} />
      </span>
      <span className={styles.name}>
        {tile.name}
        {tile.variantLabel !== null && <span className={styles.variant}>{tile.variantLabel}</span>}
      </span>
      <span className={styles.pieces}>
        <Pieces tile={tile} pieces={pieces} />
      </span>
      <span className={styles.amount} data-figures>
        {format.money(total)}
      </span>
    </li>
  );
}
