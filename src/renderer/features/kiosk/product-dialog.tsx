import type { Output } from '../../../shared/contract/index.ts';
import type { KioskTile } from '../../../shared/contract/kiosk-views.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { pictureUrl } from '../../bridge/picture-url.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Picture } from '../../ui/picture.tsx';
import { useKiosk } from './kiosk-context.tsx';
import { KioskWaiting } from './kiosk-waiting.tsx';
import { Pieces } from './pieces.tsx';
import { priceWords } from './price-words.ts';
import styles from './product-dialog.module.css';

type ProductDialogProps = {
  readonly productId: number;
  /** As its card has it, while the rest is read. */
  readonly name: string;
  readonly onClose: () => void;
};

/** One product: its picture large, what it is, and each kind of it. */
export function ProductDialog({ productId, name, onClose }: ProductDialogProps) {
  const text = useText();
  const query = useApiQuery('kiosk.product', { productId });
  return (
    <Dialog
      open
      onClose={onClose}
      title={name}
      size="large"
      closeOnOutside
      footer={
        <Button size="touch" onPress={onClose}>
          {text('kiosk.back')}
        </Button>
      }
    >
      {query.data ? <Product product={query.data} /> : <KioskWaiting query={query} />}
    </Dialog>
  );
}

function Product({ product }: { readonly product: Output<'kiosk.product'> }) {
  const kinds = product.kind === 'parent' ? product.variants : [product];
  return (
    <div className={styles.product}>
      <div className={styles.picture}>
        <Picture
          src={product.pictureId === null ? null : pictureUrl(product.pictureId)}
          name={product.name}
        />
      </div>
      <div className={styles.words}>
        {product.description !== '' && <p className={styles.description}>{product.description}</p>}
        <ul className={styles.kinds}>
          {kinds.map((tile) => (
            <Kind key={tile.id} tile={tile} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function Kind({ tile }: { readonly tile: KioskTile }) {
  const text = useText();
  const format = useFormat();
  const { basket, dispatch } = useKiosk();
  const pieces = basket.find((line) => line.productId === tile.id)?.pieces ?? 0;
  const name = tile.variantLabel ?? tile.name;
  return (
    <li className={styles.kind}>
      <span className={styles.name}>
        {tile.variantLabel}
        <span className={tile.variantLabel === null ? styles.onlyPrice : styles.price}>
          {priceWords(tile, text, format)}
        </span>
      </span>
      {tile.most === 0 && <span className={styles.price}>{text('kiosk.out-of-stock')}</span>}
      {tile.most > 0 && pieces > 0 && (
        <span className={styles.pieces}>
          <Pieces tile={tile} pieces={pieces} />
        </span>
      )}
      {tile.most > 0 && pieces === 0 && (
        <Button
          size="touch"
          variant="primary"
          label={text('kiosk.add-named', { name })}
          onPress={() => dispatch({ kind: 'set', productId: tile.id, pieces: 1 })}
        >
          {text('kiosk.add')}
        </Button>
      )}
    </li>
  );
}
