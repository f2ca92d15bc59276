import { Plus } from 'lucide-react';
import type { KioskTile } from '../../../shared/contract/kiosk-views.ts';
import { pictureUrl } from '../../bridge/picture-url.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { Picture } from '../../ui/picture.tsx';
import { useKiosk } from './kiosk-context.tsx';
import { Pieces } from './pieces.tsx';
import { priceWords } from './price-words.ts';
import styles from './product-card.module.css';

type ProductCardProps = { readonly tile: KioskTile; readonly onOpen: () => void };

/** A product: its picture first, its name and price, and how many of it are wanted. */
export function ProductCard({ tile, onOpen }: ProductCardProps) {
  const text = useText();
  const isOut = tile.most === 0;
  return (
    <li className={joinClasses(styles.card, isOut && styles.out)}>
      <button type="button" className={styles.open} onClick={onOpen} title={tile.name}>
        <span className={styles.picture}>
          <Picture src={tile.pictureId === null ? null : pictureUrl(tile.pictureId)} name={tile.name} />
          {isOut && <span className={styles.mark}>{text('kiosk.out-of-stock')}</span>}
        </span>
        <span className={styles.name}>{tile.name}</span>
        <Price tile={tile} />
      </button>
      {!isOut && <Take tile={tile} onOpen={onOpen} />}
    </li>
  );
}

function Price({ tile }: Pick<ProductCardProps, 'tile'>) {
  const text = useText();
  const format = useFormat();
  const price = priceWords(tile, text, format);
  return (
    <span className={styles.price} data-figures>
      {tile.highestPrice > tile.price ? text('kiosk.from-price', { price }) : price}
    </span>
  );
}

function Take({ tile, onOpen }: ProductCardProps) {
  const text = useText();
  const { basket, dispatch } = useKiosk();
  const { id: productId, name } = tile;
  const pieces = basket.find((line) => line.productId === productId)?.pieces ?? 0;
  if (tile.kind === 'parent') {
    return (
      <Button size="touch" wide onPress={onOpen} label={text('kiosk.choose-kind-named', { name })}>
        {text('kiosk.choose-kind')}
      </Button>
    );
  }
  if (pieces > 0) return <Pieces tile={tile} pieces={pieces} />;
  return (
    <Button
      size="touch"
      wide
      icon={<Plus />}
      label={text('kiosk.add-named', { name })}
      onPress={() => dispatch({ kind: 'set', productId, pieces: 1 })}
    >
      {text('kiosk.add')}
    </Button>
  );
}
