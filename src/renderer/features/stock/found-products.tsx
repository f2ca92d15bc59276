import { pictureUrl } from '../../bridge/picture-url.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Picture } from '../../ui/picture.tsx';
import styles from './found-products.module.css';
import { type ProductRow, productName } from './product-row.ts';

type FoundProductsProps = {
  readonly id: string;
  readonly rows: readonly ProductRow[];
  /** The row that the arrows are at, −1 for none. */
  readonly active: number;
  readonly words: string;
  readonly onPick: (row: ProductRow) => void;
};

/** The hits of a search, hanging under its box. */
export function FoundProducts({ id, rows, active, words, onPick }: FoundProductsProps) {
  const { text } = useApp();
  return (
    <div className={styles.popover}>
      <div id={id} role="listbox" tabIndex={-1} aria-label={text('stock.found')} className={styles.list}>
        {rows.map((row, index) => (
          <FoundProduct
            key={row.id}
            id={`${id}-${index}`}
            row={row}
            isActive={index === active}
            onPick={onPick}
          />
        ))}
      </div>
      {rows.length === 0 && (
        <p role="status" className={styles.none}>
          {text('stock.none-found', { words })}
        </p>
      )}
    </div>
  );
}

type FoundProductProps = {
  readonly id: string;
  readonly row: ProductRow;
  readonly isActive: boolean;
  readonly onPick: (row: ProductRow) => void;
};

function FoundProduct({ id, row, isActive, onPick }: FoundProductProps) {
  const { text, format } = useApp();
  const name = productName(row, text);
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles.option}
      data-active={isActive || undefined}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(row)}
    >
      <Picture
        src={row.pictureId === null ? null : pictureUrl(row.pictureId)}
        name={row.name}
        category={String(row.colour)}
        size="small"
      />
      <span className={styles.words}>
        <span className={styles.name} title={name}>
          <bdi>{name}</bdi>
        </span>
        {row.sku !== null && <bdi className={styles.detail}>{row.sku}</bdi>}
      </span>
      <span className={styles.stock}>
        {row.tracked
          ? text('stock.found-on-hand', { quantity: format.quantity(row.onHand, row.unit) })
          : text('stock.not-counted')}
      </span>
    </button>
  );
}
